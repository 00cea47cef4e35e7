import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { missingPackages, missingTypes } from '../../scripts/missing.mjs';

// @vitest-environment node

const { platform, arch } = process;
const COMMAND = platform === 'win32' ? '.cmd' : '';

const LOCKED = {
  '': { devDependencies: { tool: '1.0.0', node: process.versions.node } },
  'node_modules/tool': { version: '1.0.0', bin: { tool: 'cli.js' } },
  'node_modules/tool/node_modules/part': { version: '2.0.0' },
  'node_modules/node': { version: process.versions.node, bin: { node: 'bin/node' } },
  'node_modules/here': { version: '3.0.0', optional: true, os: [platform], cpu: [arch] },
  'node_modules/elsewhere': { version: '3.0.0', optional: true, os: ['plan9'], cpu: [arch] },
};

/** A project that is set up, without one of its packages. */
const INSTALLED: Record<string, object> = Object.fromEntries(
  Object.entries(LOCKED).filter(([path]) => path && path !== 'node_modules/elsewhere'),
);

const GENERATED: Record<string, string> = {
  '.wxt/wxt.d.ts': '/// <reference path="./types/paths.d.ts" />',
  '.wxt/tsconfig.json': '{}',
  '.wxt/types/paths.d.ts': '',
  '.wxt/i18n/index.ts': '',
};

function project(): string {
  const root = mkdtempSync(join(tmpdir(), 'set-up-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const files: Record<string, string> = {
    'package-lock.json': JSON.stringify({ packages: LOCKED }),
    'node_modules/.package-lock.json': JSON.stringify({ packages: INSTALLED }),
    ...Object.fromEntries(Object.keys(INSTALLED).map((path) => [`${path}/package.json`, '{}'])),
    [`node_modules/.bin/tool${COMMAND}`]: '',
    [`node_modules/.bin/node${COMMAND}`]:
      platform === 'win32' ? `@"${process.execPath}" %*` : `#!/bin/sh\nexec "${process.execPath}" "$@"\n`,
    'wxt.config.ts': '',
    'locales/en.yml': '',
    'entrypoints/popup/main.tsx': '',
    ...GENERATED,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  chmodSync(join(root, `node_modules/.bin/node${COMMAND}`), 0o755);
  return root;
}

describe('a clone that is set up', () => {
  it('lacks nothing', () => {
    const root = project();
    expect(missingPackages(root)).toEqual([]);
    expect(missingTypes(root)).toEqual([]);
  });

  it.each([
    ...Object.keys(INSTALLED),
    `node_modules/.bin/tool${COMMAND}`,
    `node_modules/.bin/node${COMMAND}`,
  ])('lacks %s once that is gone', (path) => {
    const root = project();
    rmSync(join(root, path), { recursive: true });
    expect(missingPackages(root)).toContain(path);
  });

  it('lacks everything after an installation that was interrupted', () => {
    const root = project();
    rmSync(join(root, 'node_modules/.package-lock.json'));
    expect(missingPackages(root)).toEqual(Object.keys(INSTALLED));
  });

  it('lacks a package whose version in the lock file has changed', () => {
    const root = project();
    const packages = { ...LOCKED, 'node_modules/tool/node_modules/part': { version: '2.0.1' } };
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
    expect(missingPackages(root)).toEqual(['node_modules/tool/node_modules/part']);
  });

  it('lacks its Node if that is another version, or does not run', () => {
    const root = project();
    const node = join(root, `node_modules/.bin/node${COMMAND}`);
    for (const text of ['#!/bin/sh\necho v1.0.0\n', 'not a program']) {
      writeFileSync(node, text);
      expect(missingPackages(root)).toEqual([`node_modules/.bin/node${COMMAND}`]);
    }
  });

  it.each(Object.keys(GENERATED))('lacks %s once that is gone', (path) => {
    const root = project();
    rmSync(join(root, path));
    expect(missingTypes(root)).toEqual([path]);
  });

  it.each([
    'wxt.config.ts',
    'package-lock.json',
    'locales/en.yml',
    'entrypoints/popup',
    'entrypoints/popup/main.tsx',
  ])('lacks its types once %s is newer', (path) => {
    const root = project();
    const soon = new Date(Date.now() + 60_000);
    utimesSync(join(root, path), soon, soon);
    expect(missingTypes(root)).toEqual(['.wxt/wxt.d.ts']);
  });
});
