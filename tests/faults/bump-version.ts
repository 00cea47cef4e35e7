import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Gives an unpacked extension another version, so that reloading it is an update. */
export function bumpVersion(folder: string): void {
  const path = join(folder, 'manifest.json');
  const manifest: { version: string } = JSON.parse(readFileSync(path, 'utf8'));
  const [major, minor, patch] = manifest.version.split('.').map(Number);
  manifest.version = `${major}.${minor}.${(patch ?? 0) + 1}`;
  writeFileSync(path, JSON.stringify(manifest));
}
