import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import manifest from '../package.json' with { type: 'json' };

/** Most bytes a reader's browser loads: the content script runs on every Caixin page. */
export const BUDGETS = {
  'content script, gzip': 20_000,
  'Chrome package, zip': 450_000,
  'Firefox package, zip': 450_000,
};

/** Bytes of what is built. The content script carries its styles inside. */
export function sizes(): Record<keyof typeof BUDGETS, number> {
  const script = readFileSync('.output/chrome-mv3/content-scripts/caixin.js');
  const zip = (browser: string) =>
    statSync(`.output/${manifest.name}-${manifest.version}-${browser}.zip`).size;
  return {
    'content script, gzip': gzipSync(script, { level: 9 }).length,
    'Chrome package, zip': zip('chrome'),
    'Firefox package, zip': zip('firefox'),
  };
}

/** Fails where something that was built is over its budget. */
export function main(): void {
  for (const [name, bytes] of Object.entries(sizes())) {
    // The names are those of the budgets.
    const budget = BUDGETS[name as keyof typeof BUDGETS];
    process.stdout.write(`${name}: ${bytes} of ${budget} bytes\n`);
    if (bytes > budget) {
      process.stderr.write(`The ${name}, is over its budget by ${bytes - budget} bytes.\n`);
      process.exitCode = 1;
    }
  }
}
