/** Tests each decoder with ten thousand mutated files; `npm test` uses a small sample of them. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Packages of the lock file that are not there as it names them, commands of ours that cannot be called, and the Node
 * that runs them. Empty where all is well.
 * @param {string} root the folder of the project
 * @returns {string[]}
 */
export function missingPackages(root) {
  const wanted = packagesIn(join(root, 'package-lock.json'));
  // Written by npm, last of all: what an interrupted installation lacks.
  const installed = packagesIn(join(root, 'node_modules/.package-lock.json'));
  const packages = Object.entries(wanted).filter(
    ([path, one]) =>
      path !== '' &&
      (installed[path] || isFor(one)) &&
      !(installed[path]?.version === one.version && existsSync(join(root, path, 'package.json'))),
  );
  const paths = packages.map(([path]) => path);
  return paths.length > 0 ? paths : [...missingCommands(root, wanted), ...missingNode(root, wanted)];
}

/**
 * What the compiler needs and the build writes: types of the words and paths, settings. Also where it is older than what
 * it is made from.
 * @param {string} root
 * @returns {string[]}
 */
export function missingTypes(root) {
  const head = join(root, '.wxt/wxt.d.ts');
  const named = existsSync(head) ? [...readFileSync(head, 'utf8').matchAll(/path="\.\/([^"]+)"/g)] : [];
  const files = ['wxt.d.ts', 'tsconfig.json', 'i18n/index.ts', ...named.map(([, path]) => path)];
  const missing = files.map((path) => `.wxt/${path}`).filter((path) => !existsSync(join(root, path)));
  if (missing.length > 0) return missing;
  const sources = [
    'wxt.config.ts',
    'package-lock.json',
    ...['locales', 'entrypoints'].flatMap((folder) => [folder, ...within(root, folder)]),
  ];
  const made = statSync(head).mtimeMs;
  return sources.some((path) => statSync(join(root, path)).mtimeMs > made) ? ['.wxt/wxt.d.ts'] : [];
}

/**
 * One package of the lock file, as far as it is read here.
 * @typedef {object} Locked
 * @property {string} [version]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [bin]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 */

/** One package of the lock file; only the fields that are read here. */
function packagesIn(lock) {
  return existsSync(lock) ? JSON.parse(readFileSync(lock, 'utf8')).packages : {};
}

/**
 * Commands of the packages that this project names itself.
 * @param {string} root
 * @param {Record<string, Locked>} wanted
 */
function missingCommands(root, wanted) {
  const { dependencies, devDependencies } = wanted[''] ?? {};
  const names = Object.keys({ ...dependencies, ...devDependencies });
  const commands = names.flatMap((name) => Object.keys(wanted[`node_modules/${name}`]?.bin ?? {}));
  return commands.map(commandPath).filter((path) => !existsSync(join(root, path)));
}

/**
 * The one that the others run on is a program for one kind of machine, fetched while it is installed.
 * @param {string} root
 * @param {Record<string, Locked>} wanted
 */
function missingNode(root, wanted) {
  const version = wanted['node_modules/node']?.version;
  if (!version) return [];
  const path = commandPath('node');
  const shell = process.platform === 'win32';
  const { stdout } = spawnSync(nodePath(root), ['--version'], { encoding: 'utf8', shell });
  return stdout?.trim() === `v${version}` ? [] : [path];
}

/**
 * The Node that all commands run on.
 * @param {string} root
 */
export function nodePath(root) {
  return join(root, commandPath('node'));
}

/** @param {string} name */
function commandPath(name) {
  return `node_modules/.bin/${name}${process.platform === 'win32' ? '.cmd' : ''}`;
}

/**
 * Names in a folder, at any depth, from the project's root.
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
function within(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((one) => {
    const path = `${folder}/${one.name}`;
    return one.isDirectory() ? [path, ...within(root, path)] : [path];
  });
}

/** Whether a package is for this machine: what is optional is for one kind of them. @param {Locked} one */
function isFor({ optional, os, cpu, libc }) {
  if (!optional) return true;
  if (!os?.includes(process.platform) || !cpu?.includes(process.arch)) return false;
  return libc === undefined || libc.includes(isGlibc() ? 'glibc' : 'musl');
}

function isGlibc() {
  return process.report?.getReport().header.glibcVersionRuntime !== undefined;
}
