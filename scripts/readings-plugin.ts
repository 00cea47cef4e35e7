import { polyphonic } from 'pinyin-pro';
import type { Plugin } from 'vite';
import { encodePinyinTable } from '../utils/search/text/pinyin-table.ts';

const NAME = 'virtual:readings';

/** The module as chunks name it, and the package its data is taken from. */
export const READINGS = `\0${NAME}`;
export const TAKEN_FROM = 'pinyin-pro';

/**
 * Gives `virtual:readings`: how every sign may be read, asked of pinyin-pro while building. The library itself takes
 * its dictionary of words in wherever it is loaded: twice the bytes, and a task that typing waits for.
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
