import { build } from 'vite';
import { readings } from '../readings-plugin';

/**
 * Bundles one module of the product into a script that leaves its exports in `globalThis[name]`, so that a bench
 * runs the same code in a plain page of a real browser.
 */
export async function bundle(entry: string, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [readings()],
    build: {
      write: false,
      minify: true,
      target: 'chrome128',
      lib: { entry, name, formats: ['iife'], fileName: 'bench' },
    },
  });
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  const chunk = outputs.find((one) => one.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error(`nothing was built from ${entry}`);
  return chunk.code
    .replace(/^(var|const|let) /, 'globalThis.')
    .replace(/^"use strict";\s*(var|const|let) /, 'globalThis.');
}
