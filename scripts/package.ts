import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import about from '../package.json' with { type: 'json' };

/** A kind of browser that has its own package. */
export type Target = 'chrome' | 'firefox';

const OUTPUT = '.output';

/** Environment variables that tell child processes the unpacked folder. */
const FOLDERS: Record<Target, string> = {
  chrome: 'CAIXIN_CLIPPER_IN_CHROME',
  firefox: 'CAIXIN_CLIPPER_IN_FIREFOX',
};

/** The zip that `npm run zip` writes, and that is uploaded to a store. */
export function zipOf(target: Target): string {
  return join(OUTPUT, `${about.name}-${about.version}-${target}.zip`);
}

/** The files of a zip, by name. */
export function filesOf(zip: string): Map<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(readFileSync(zip))));
}

/**
 * Builds the package of a browser as it ships, once for this process and all its children, prints its checksum, and
 * unpacks it into a fresh folder.
 */
export function pack(target: Target): void {
  if (process.env[FOLDERS[target]]) return;
  zip(target);
  const bytes = readFileSync(zipOf(target));
  const sum = createHash('sha256').update(bytes).digest('hex');
  process.stdout.write(`${basename(zipOf(target))}: ${bytes.length} bytes, sha256 ${sum}\n`);
  const files = filesOf(zipOf(target));
  const fresh = mkdtempSync(resolve(OUTPUT, `unpacked-${target}-`));
  process.on('exit', () => rmSync(fresh, { recursive: true, force: true }));
  // Named for what is in it.
  const folder = join(fresh, sumOf(files));
  for (const [name, content] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  process.env[FOLDERS[target]] = folder;
}

/** The folder a browser installs: the unpacked package, compared again with the zip. */
export function unpacked(target: Target): string {
  pack(target);
  const folder = process.env[FOLDERS[target]] ?? '';
  if (sumOf(filesIn(folder)) !== basename(folder)) throw new Error(`${folder} is no longer what was packed`);
  return folder;
}

/**
 * Does what `npm run zip` does for one browser, in a process of its own, which plugins of this process do not
 * affect.
 * @param root the folder of the project, or of a copy of it
 */
export function zip(target: Target, root = '.', env = process.env): void {
  const words = ['node_modules/wxt/bin/wxt.mjs', 'zip', '-b', target];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The ${target} package could not be made.\n${stdout}${stderr}`);
}

function filesIn(folder: string): Map<string, Uint8Array> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    names.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)]),
  );
}

/** A checksum of names and contents. */
function sumOf(files: Map<string, Uint8Array>): string {
  const sum = createHash('sha256');
  for (const [name, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    sum.update(`${name}\0${content.length}\0`).update(content);
  return sum.digest('hex').slice(0, 32);
}
