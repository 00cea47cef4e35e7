import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCRIPT = 'content-scripts/caixin.js';

/** Ways for a content script to crash, or to run without working. */
export const BROKEN: Record<string, (whole: string) => string> = {
  'throws on its first line': (whole) => `throw new Error('broken');${whole}`,
  'is no script at all': () => ')',
  'is empty': () => '',
  'throws on the way': (whole) =>
    `MutationObserver.prototype.observe = () => { throw new Error('broken'); };${whole}`,
  'hears and never answers': () => 'chrome.runtime.onMessage.addListener(() => true)',
};

/** A copy of a build whose content script fails in one of these ways. */
export function brokenBuild(build: string, way: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'caixin-clipper-broken-'));
  cpSync(build, folder, { recursive: true });
  const file = join(folder, SCRIPT);
  writeFileSync(file, BROKEN[way]?.(readFileSync(file, 'utf8')) ?? '');
  return folder;
}
