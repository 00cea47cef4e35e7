import names from '@citation-js/plugin-bibtex/lib-mjs/input/unicode.json' with { type: 'json' };
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOfTex, escapeTex, plainOfTex } from '../../../utils/codecs/tex';

describe('TeX becomes text', () => {
  it.each(Object.entries(names.diacritics).filter(([name]) => name.length === 1))(
    'the accent \\%s',
    (name, mark) => {
      expect(plainOfTex(`\\${name}{a}b`)).toBe(`${`a${mark}`.normalize('NFC')}b`);
      expect(plainOfTex(`{\\${name} o}`)).toBe(`o${mark}`.normalize('NFC'));
    },
  );

  it('every command that Citation.js knows', () => {
    const all = Object.entries({ ...names.commands, ...names.mathCommands }).filter(([, sign]) => sign);
    expect(all.length).toBeGreaterThan(150);
    for (const [name, sign] of all)
      if (name !== 'textcompwordmark')
        expect([name, plainOfTex(`x\\${name}{}y`)]).toEqual([name, `x${sign}y`.normalize('NFC')]);
  });

  it.each([
    ["{\\'e}t\\'e na{\\\"\\i}ve \\'\\i", 'été naïve í'],
    [
      'Gy{\\H o}r, Stra{\\ss}e, Stra\\ss e, Fran\\c{c}ois, \\AA ngstr\\"om',
      'Győr, Straße, Straße, François, Ångström',
    ],
    ["1--2 --- ``q'' 50\\% \\& $\\alpha$ {NASA} \\emph{x y} a\\ b", '1–2 — “q” 50% & α NASA x y a b'],
    ['\\unknown{words} stay', 'words stay'],
    ['C\\# 与 {{M2}}', 'C# 与 M2'],
  ])('%s', (tex, text) => {
    expect(plainOfTex(tex)).toBe(text);
  });

  it.each([
    ['https://a.b/x\\_y\\%20\\&z=1\\#h', 'https://a.b/x_y%20&z=1#h'],
    ['\\url{https://a.b/~x}', 'https://a.b/~x'],
    ['Available at \\href{https://a.b/c}{here}', 'https://a.b/c'],
    ['见 https://a.b/c.', 'https://a.b/c'],
    ['no address', ''],
  ])('the address in %s', (tex, url) => {
    expect(addressOfTex(tex)).toBe(url);
  });

  it('what we write comes back, whatever it is', () => {
    const text = fc.string({ unit: fc.constantFrom(...'\\{}~^<>|&%$#_\'`-?! aé中"=.,e\u0301') });
    fc.assert(
      fc.property(text, (one) => {
        expect(plainOfTex(escapeTex(one))).toBe(one);
      }),
      { numRuns: 2_000 },
    );
  });
});
