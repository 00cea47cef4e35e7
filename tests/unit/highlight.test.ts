import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterEntries } from '../../utils/search/filter-entries';
import { highlightOf, hitsIn, pieceAround } from '../../utils/search/highlight';
import { parseQuery } from '../../utils/search/parse-query';
import { PLAIN } from '../../utils/search/text/collation';
import { fold } from '../../utils/search/text/fold';
import { anEntry } from './a-library';

const highlight = (...words: string[]) => ({ words: words.map((text) => ({ text: fold(text) })), fold });
const marked = (text: string, ...words: string[]) =>
  hitsIn(text, highlight(...words)).map(([from, to]) => text.slice(from, to));

describe('the places of words in a text', () => {
  it.each([
    ['社区团购与社区治理', ['社区'], ['社区', '社区']],
    ['ＧＤＰ增速', ['gdp'], ['ＧＤＰ']],
    ['加  装 电梯', ['加 装'], ['加  装']],
    ['社区治理', ['社区', '区治'], ['社区治']],
    ['㎏ 与 kg', ['kg'], ['㎏', 'kg']],
    ['😀社区', ['社区'], ['社区']],
    ['没有', ['社区'], []],
    ['cafe\u0301 社区', ['café'], ['cafe\u0301']],
    ['caf\u00e9', ['cafe\u0301'], ['caf\u00e9']],
    ['ﬁnance', ['fin'], ['ﬁn']],
    ['İstanbul', ['i̇s'], ['İs']],
    ['ΟΔΟΣ ΟΔΟΣ', ['οδος'], ['ΟΔΟΣ', 'ΟΔΟΣ']],
    ['ｶﾞｽ', ['ガス'], ['ｶﾞｽ']],
    ['한국'.normalize('NFD'), ['한국'], ['한국'.normalize('NFD')]],
    ['👨\u200d👩\u200d👧 家', ['👩'], ['👨\u200d👩\u200d👧']],
    ['🇨🇳🇯🇵', ['🇯🇵'], ['🇯🇵']],
    ['', ['社区'], []],
  ])('%s by %j', (text, words, expected) => {
    expect(marked(text, ...words)).toEqual(expected);
  });

  it('are those that a brute-force search finds', () => {
    const scrap = fc.constantFrom(
      ...[
        '社',
        '区',
        'Ａ',
        'a',
        'I',
        ' ',
        '治',
        'e',
        '\u0301',
        '\u0323',
        'Σ',
        'İ',
        'ﬁ',
        'ｶ',
        'ﾞ',
        'ᄀ',
        'ᅡ',
        'ᆨ',
      ],
      ...['ㄱ', 'ㅏ', '👩', '\u200d', '🇨', '\u{1f3fd}', '㎏', '\ud83d'],
    );
    const text = fc.array(scrap, { maxLength: 12 }).map((all) => all.join(''));
    const word = fc.array(scrap, { minLength: 1, maxLength: 2 }).map((all) => fold(all.join('')));
    fc.assert(
      fc.property(text, word, (where, what) => {
        const hits = hitsIn(where, highlight(what));
        expect(hits.length > 0).toBe(fold(where).includes(what));
        for (const [from, to] of hits) expect(fold(where.slice(from, to))).toContain(what);
      }),
      { numRuns: 20_000 },
    );
  });

  it.each([
    ['cafe\u0301 社区', ['café'], ['cafe\u0301']],
    ['café', ['cafe\u0301'], ['café']],
    ['各\u1100\u1161\u11a8', ['각'], ['\u1100\u1161\u11a8']],
    ['ﬁnance', ['fi'], ['ﬁ']],
    ['ﬁnance', ['in'], ['ﬁn']],
    ['İstanbul', ['istanbul'], []],
    ['İstanbul', ['İstanbul'], ['İstanbul']],
    ['STRAẞE', ['straße'], ['STRAẞE']],
    ['ΟΔΟΣ', ['οδος'], ['ΟΔΟΣ']],
    ['ｶﾞｽ', ['ガス'], ['ｶﾞｽ']],
    ['q\u0303 x', ['q'], ['q\u0303']],
    ['👩🏽‍💻 在家', ['👩'], ['👩🏽‍💻']],
    ['a \u00a8b', ['b'], ['b']],
  ])('in any normal form: %j by %j', (text, words, expected) => {
    expect(marked(text, ...words)).toEqual(expected);
  });

  it('in any mixture of normal forms, whole characters are highlighted', () => {
    const scrap = fc.constantFrom(
      'é',
      'e\u0301',
      'ﬁ',
      'İ',
      'ẞ',
      'Σ',
      '각',
      '\u1100',
      '\u1161',
      'ｶ',
      'ﾞ',
      '㎏',
      '\u00a8',
      ' ',
      '\u3000',
      '😀',
      '\ufe0f',
      '社',
      'A',
    );
    const text = fc.array(scrap, { minLength: 1, maxLength: 10 }).map((all) => all.join(''));
    const signs = new Intl.Segmenter();
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(3), (where, at, length) => {
        const whole = fold(where);
        const what = [...whole].slice(at % whole.length, (at % whole.length) + length + 1).join('');
        if (what.trim() === '' || !whole.includes(what)) return;
        const hits = hitsIn(where, { words: [{ text: what }], fold });
        expect(hits.length).toBeGreaterThan(0);
        const ends = [0, ...Array.from(signs.segment(where), ({ index, segment }) => index + segment.length)];
        for (const [from, to] of hits) expect([ends.includes(from), ends.includes(to)]).toEqual([true, true]);
      }),
      { numRuns: 1000 },
    );
  });

  it('a part of a text begins and ends with whole characters', () => {
    const long = `${'👨‍👩‍👧'.repeat(20)}社区${'👨‍👩‍👧'.repeat(40)}`;
    const piece = pieceAround(long, highlight('社区')) ?? '';
    expect(piece.replaceAll('👨‍👩‍👧', '')).toBe('…社区…');
  });

  it('the words are those that a filter asks for, not those it excludes', () => {
    const { query } = parseQuery('(社区 OR 物业) -周刊 author:闫 #治理 is:unread');
    expect(highlightOf(query, PLAIN).words.map(({ text }) => text)).toEqual(['社区', '物业', '闫']);
  });

  it('of a long text the part around the first is returned', () => {
    const long = `${'前'.repeat(50)}社区${'后'.repeat(200)}`;
    expect(pieceAround(long, highlight('社区'))).toBe(`…${'前'.repeat(12)}社区${'后'.repeat(66)}…`);
    expect(pieceAround(long, highlight('物业'))).toBeUndefined();
    const emoji = '👨\u200d👩\u200d👧'.repeat(30);
    expect(pieceAround(`${emoji}社区${emoji}`, highlight('社区'), 40)).toMatch(
      /^…(👨\u200d👩\u200d👧)+社区(👨\u200d👩\u200d👧)+…$/u,
    );
  });
});

describe('the order of results', () => {
  it('is that of the library, those with the words in their title first', () => {
    const all = [
      anEntry(1, { excerpt: '社区' }),
      anEntry(2, { title: '社区' }),
      anEntry(3, { note: '社区' }),
      anEntry(4, { title: '大社区' }),
    ];
    const urls = filterEntries(all, parseQuery('社区').query).map(({ savedAt }) => savedAt);
    expect(urls).toEqual([2, 4, 1, 3]);
    expect(filterEntries(all, parseQuery('is:all').query).map(({ savedAt }) => savedAt)).toEqual([
      1, 2, 3, 4,
    ]);
  });
});
