import { statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { filesOf, zipOf } from './package';

/** Most bytes a reader's browser loads: the content script runs on every Caixin page, popup and panel open often. */
export const BUDGETS = {
  'content script, gzip': 21_000,
  'overlay of a list, gzip': 12_000,
  'popup at its start, gzip': 70_000,
  'panel at its start, gzip': 78_000,
  'Chrome package, zip': 450_000,
  'Firefox package, zip': 450_000,
};

/** Bytes of what is in the packages. What loads on every page is the content script and what says that it did not. */
export function sizes(): Record<keyof typeof BUDGETS, number> {
  const files = filesOf(zipOf('chrome'));
  return {
    'content script, gzip': gzipped(files, 'content-scripts/caixin.js') + gzipped(files, 'alive.js'),
    'overlay of a list, gzip': gzipped(files, 'overlay.js'),
    'popup at its start, gzip': atStart(files, 'popup.html'),
    'panel at its start, gzip': atStart(files, 'sidepanel.html'),
    'Chrome package, zip': statSync(zipOf('chrome')).size,
    'Firefox package, zip': statSync(zipOf('firefox')).size,
  };
}

function gzipped(files: Map<string, Uint8Array>, name: string): number {
  const file = files.get(name);
  if (!file) throw new Error(`no ${name} in the package`);
  return gzipSync(file, { level: 9 }).length;
}

/**
 * Sizes of what is in the packages. Every page loads the content script and the script that reports if that one
 * failed.
 */
function atStart(files: Map<string, Uint8Array>, page: string): number {
  const named = new TextDecoder().decode(files.get(page)).matchAll(/(?:src|href)="\/([^"]+)"/g);
  return [...named].reduce((sum, [, name = '']) => sum + gzipped(files, name), 0);
}

/**
 * Scripts and styles that a page names itself, with everything they import statically; what is loaded on demand is
 * not counted.
 */
export function main(): void {
  for (const [name, bytes] of Object.entries(sizes())) {
    // Fails if anything that was built is over its budget.
    const budget = BUDGETS[name as keyof typeof BUDGETS];
    process.stdout.write(`${name}: ${bytes} of ${budget} bytes\n`);
    if (bytes > budget) {
      process.stderr.write(`The ${name}, is over its budget by ${bytes - budget} bytes.\n`);
      process.exitCode = 1;
    }
  }
}
