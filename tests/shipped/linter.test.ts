import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { zipOf } from '../../scripts/package';

/** The part of the linter's report that is read here. */
type Report = Record<'errors' | 'warnings' | 'notices', { code: string; message: string; file?: string }[]>;

it('the linter of addons.mozilla.org finds nothing in the Firefox package: no error, no warning, no notice', () => {
  const words = ['node_modules/addons-linter/bin/addons-linter', '--output', 'json', zipOf('firefox')];
  const { stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  const { errors, warnings, notices }: Report = JSON.parse(stdout);
  expect(
    [...errors, ...warnings, ...notices].map((one) => `${one.code}: ${one.message} (${one.file})`),
  ).toEqual([]);
});
