import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Ways for a script in a page to crash, or to run without working. */
const WAYS: Record<string, (whole: string) => string> = {
  'throws on its first line': (whole) => `throw new Error('broken');${whole}`,
  'is no script at all': () => ')',
  'is empty': () => '',
  'throws on the way': (whole) =>
    `MutationObserver.prototype.observe = () => { throw new Error('broken'); };${whole}`,
  'hears and never answers': () => 'chrome.runtime.onMessage.addListener(() => true)',
};

/** The scripts that run in pages, with the ways in which they are broken. */
export const BROKEN: Record<string, { file: string; way: string }> = {
  ...Object.fromEntries(
    Object.keys(WAYS).map((way) => [
      `a content script that ${way}`,
      { file: 'content-scripts/caixin.js', way },
    ]),
  ),
  'an overlay that is empty': { file: 'overlay.js', way: 'is empty' },
  'an overlay that throws on its first line': { file: 'overlay.js', way: 'throws on its first line' },
};

/** A copy of a build in which one of these scripts is broken. */
export function brokenBuild(build: string, name: string): string {
  const { file, way } = BROKEN[name] ?? { file: '', way: '' };
  const folder = mkdtempSync(join(tmpdir(), 'caixin-clipper-broken-'));
  cpSync(build, folder, { recursive: true });
  const path = join(folder, file);
  writeFileSync(path, WAYS[way]?.(readFileSync(path, 'utf8')) ?? '');
  return folder;
}
