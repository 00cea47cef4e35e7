import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import manifest from '../package.json' with { type: 'json' };

/** Most bytes a reader's browser loads: the content script runs on every Caixin page, popup and panel open often. */
export const BUDGETS = {
  'content script, gzip': 20_000,
  'popup at its start, gzip': 70_000,
  'panel at its start, gzip': 78_000,
  'Chrome package, zip': 450_000,
  'Firefox package, zip': 450_000,
};

/** Bytes of what is built. The content script carries its styles inside. */
export function sizes(): Record<keyof typeof BUDGETS, number> {
  const zip = (browser: string) =>
    statSync(`.output/${manifest.name}-${manifest.version}-${browser}.zip`).size;
  return {
    'content script, gzip': gzipped('content-scripts/caixin.js'),
    'popup at its start, gzip': atStart('popup.html'),
    'panel at its start, gzip': atStart('sidepanel.html'),
    'Chrome package, zip': zip('chrome'),
    'Firefox package, zip': zip('firefox'),
  };
}

/** Bytes of a file of the build, compressed. */
function gzipped(file: string): number {
  return gzipSync(readFileSync(`.output/chrome-mv3/${file}`), { level: 9 }).length;
}

/** Scripts and styles that a page names itself, with all they import at once; what is loaded by need is not among them. */
function atStart(page: string): number {
  const named = readFileSync(`.output/chrome-mv3/${page}`, 'utf8').matchAll(/(?:src|href)="\/([^"]+)"/g);
  return [...named].reduce((sum, [, file = '']) => sum + gzipped(file), 0);
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
