import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { unpacked, zip, zipOf } from '../../scripts/package';
import { TARGETS } from './packages';

it.each(TARGETS)(
  'the %s package has the same bytes wherever, whenever and in whatever environment it is built',
  (target) => {
    const copy = mkdtempSync(join(tmpdir(), 'caixin-clipper-'));
    onTestFinished(() => rmSync(copy, { recursive: true }));
    const left = ['node_modules', '.output', '.wxt', '.git'].map((name) => resolve(name));
    cpSync('.', copy, { recursive: true, filter: (from) => !left.includes(resolve(from)) });
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
    zip(target, copy, { ...process.env, NODE_ENV: 'development', TZ: 'Pacific/Apia', LANG: 'zh_CN.UTF-8' });
    expect(readFileSync(join(copy, zipOf(target))).equals(readFileSync(zipOf(target)))).toBe(true);
  },
);

it.each(TARGETS)('what %s installs equals its zip, byte for byte', (target) => {
  const folder = unpacked(target);
  const one = join(folder, 'manifest.json');
  const before = readFileSync(one);
  onTestFinished(() => writeFileSync(one, before));
  writeFileSync(one, `${before} `);
  expect(() => unpacked(target)).toThrow('no longer what was packed');
});
