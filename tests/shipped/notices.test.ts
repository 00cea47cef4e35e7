import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import about from '../../package.json' with { type: 'json' };
import lock from '../../package-lock.json' with { type: 'json' };
import { readSources } from '../house/source';
import { TARGETS, textsOf } from './packages';

/** How the text of each licence is recognised. */
const TEXTS: Record<string, RegExp> = {
  MIT: /Permission is hereby granted, free of charge/,
  ISC: /Permission to use, copy, modify, and\/or distribute/,
  'BSD-2-Clause': /Redistributions? (of|in) source/i,
  'Apache-2.0': /TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION/,
  'CC0-1.0': /CC0 1\.0 Universal/i,
  'MPL-2.0': /Mozilla Public License[\s\S]*Covered Software/,
};

describe.each(TARGETS)('the notices in the %s package', (target) => {
  const text = textsOf(target).find(([name]) => name === 'third-party-notices.txt')?.[1] ?? '';
  const packages = text
    .split(/\n-{70,}\n/)
    .slice(1)
    .map(read);
  const names = packages.map(({ name }) => name);

  it('name every package in the code, and the source of data', () => {
    const imported = readSources().flatMap(({ imports }) =>
      imports.flatMap((one) =>
        one.typeOnly || /^[.#]|^(virtual:|wxt\/)/.test(one.from) ? [] : packageOf(one.from),
      ),
    );
    expect([...new Set(imported)].filter((one) => !names.includes(one))).toEqual([]);
    expect(names).toEqual(
      expect.arrayContaining(['pinyin-pro', 'opencc-js', 'webextension-polyfill', 'wxt']),
    );
  });

  it('state for each its version, source, owner and full licence', () => {
    for (const { name, version, licence, source, rest } of packages) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(source, name).toMatch(/^https:\/\/[\w.-]+\/[\w./-]+$/);
      // Public domain has no owner to name; the Mozilla licence names its owners in the source.
      if (!/CC0|MPL/.test(licence)) expect(rest, name).toMatch(/copyright/i);
      for (const one of licence.split(' AND ')) expect(text, `${name}: ${one}`).toMatch(TEXTS[one] ?? /^$/);
      if (licence !== 'Apache-2.0')
        expect(rest, name).toMatch(TEXTS[licence.split(' AND ')[0] ?? ''] ?? /^$/);
    }
  });

  it('list exactly the packages audited as shipping, and otherwise only lines that the build tool adds', () => {
    const shipping = Object.entries(lock.packages).filter(
      ([, one]) => !('dev' in one) && !('devOptional' in one),
    );
    const audited = shipping.map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(names.filter((name) => !audited.includes(name)).filter((name) => !BUILD_TOOL.test(name))).toEqual(
      [],
    );
    // And everything listed as a dependency ships.
    expect(Object.keys(about.dependencies).filter((name) => !names.includes(name))).toEqual([]);
  });
});

/** WXT and its modules: they are audited with the tools. */
const BUILD_TOOL = /^(wxt|@wxt-dev\/(browser|i18n|webextension-polyfill))$/;

function read(notice: string) {
  const [, first = '', licence = '', source = '', rest = ''] =
    /^\n(.*)\n(.*)\nSource: (.*)\n([\s\S]*)$/.exec(notice) ?? [];
  const [name = '', version = ''] = first.split(/ (?=[^ ]*$)/);
  return { name, version, licence, source, rest };
}

/** `@preact/signals` of `@preact/signals/x`, `idb` of `idb/y`. */
function packageOf(from: string): string[] {
  return from.match(/^(@[^/]+\/)?[^/]+/)?.slice(0, 1) ?? [];
}

it('the licence of this project is the text used for a package that left its own out', () => {
  expect(readFileSync('LICENSE', 'utf8')).toMatch(/^Copyright/m);
});
