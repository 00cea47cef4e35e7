import { polyphonic } from 'pinyin-pro';
import type { Plugin } from 'vite';
import { encodePinyinTable } from '../utils/search/text/pinyin-table.ts';

const NAME = 'virtual:readings';

/** The module as chunks name it, and the package its data comes from. */
export const READINGS = `\0${NAME}`;
export const TAKEN_FROM = 'pinyin-pro';

/**
 * Provides `virtual:readings`: all readings of every character, from pinyin-pro at build time. pinyin-pro itself
 * would load its dictionary wherever it is imported: twice the bytes, and a task that delays typing.
 */
export function readings(): Plugin {
  return {
    name: 'readings',
    resolveId: (id) => (id === NAME ? READINGS : undefined),
    load(id) {
      if (id !== READINGS) return undefined;
      const { syllables, numbers } = encodePinyinTable(readingsOf);
      return `export const syllables = ${JSON.stringify(syllables)};\nexport const numbers = ${JSON.stringify(numbers)};`;
    },
  };
}

export function readingsOf(char: string): string[] {
  return polyphonic(char, { toneType: 'none', type: 'array' })[0] ?? [];
}
