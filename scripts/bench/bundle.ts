import { build } from 'vite';
import { readings } from '../readings-plugin';

/** What holds on any machine: ratios within one run, memory, sizes, counts; not milliseconds. */
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
