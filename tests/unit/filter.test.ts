import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTags } from '../../utils/domain/counted-tags';
import type { Entry } from '../../utils/domain/entry';
import { modeOf, toggleTag, withoutAny } from '../../utils/search/chosen-tags';
import { filterEntries } from '../../utils/search/filter-entries';
import { testOf } from '../../utils/search/match';
import { parseQuery } from '../../utils/search/parse-query';
import { printQuery } from '../../utils/search/print-query';
import { EVERYTHING, type Query } from '../../utils/search/query';
import { HAS_FIELDS } from '../../utils/search/query-fields';
import { joined } from '../../utils/search/query-parts';
import { showOf, withShow } from '../../utils/search/shown-state';
import { anEntry } from './a-library';
import { aQuery, someEntry } from './a-query';

const found = (entries: Entry[], text: string) => filterEntries(entries, parseQuery(text).query);
const kinds = (text: string) => parseQuery(text).problems.map(({ kind }) => kind);

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');

/** The meaning of a filter, as a plain model. */
function holds(one: Entry, asked: Query): boolean {
  if (asked.kind === 'and') return asked.of.every((part) => holds(one, part));
  if (asked.kind === 'or') return asked.of.some((part) => holds(one, part));
  if (asked.kind === 'not') return !holds(one, asked.of);
  if (asked.kind === 'text') {
    const { title, author = '', category = '', excerpt = '', note = '', tags } = one;
    const fields = asked.field ? [one[asked.field] ?? ''] : [title, author, category, excerpt, note, ...tags];
    return fields.some((field) => plain(field).includes(plain(asked.text)));
  }
  if (asked.kind === 'tag')
    return one.tags.some((tag) => `${plain(tag)}/`.startsWith(`${plain(asked.tag)}/`));
  if (asked.kind === 'has') {
    if (asked.field === 'tag') return one.tags.length > 0;
    if (asked.field === 'published') return one.publishedAt !== undefined;
    return one[asked.field] !== undefined && one[asked.field] !== one.url;
  }
  if (asked.kind === 'site') return ['yanjiawei', 'blog', 'caixin.com'].includes(asked.site);
  if (asked.kind === 'is') {
    const { readAt, archivedAt, queue } = one;
    const unread = readAt === undefined;
    return {
      unread,
      read: !unread,
      archived: archivedAt !== undefined,
      queued: queue !== undefined,
      all: true,
      trash: true,
    }[asked.state];
  }
  const date = new Date(asked.of === 'read' ? (one.readAt ?? Number.NaN) : one.savedAt);
  const local = `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
  if (asked.of === 'read' && one.readAt === undefined) return false;
  const on = asked.of === 'published' ? one.publishedAt?.slice(0, 10) : local;
  return on !== undefined && on >= (asked.from ?? '') && on <= `${asked.to ?? '9999'}~`;
}

const speaksOfArchive = (asked: Query): boolean =>
  asked.kind === 'and' || asked.kind === 'or'
    ? asked.of.some(speaksOfArchive)
    : asked.kind === 'not'
      ? speaksOfArchive(asked.of)
      : asked.kind === 'is' && ['archived', 'all'].includes(asked.state);

describe('a filter as a sentence', () => {
  it('parsed after printing is the same filter, without a problem', () => {
    fc.assert(
      fc.property(aQuery, (asked) => {
        expect(parseQuery(printQuery(asked))).toEqual({ query: asked, problems: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it.each(HAS_FIELDS)('is tried on entries with and without: %s', (field) => {
    const isThere = fc.sample(someEntry, 300).map((entry) => testOf({ kind: 'has', field })(entry));
    expect(new Set(isThere), `let someEntry (a-query.ts) have and lack: ${field}`).toEqual(
      new Set([true, false]),
    );
  });

  it('matches what a plain model matches', () => {
    fc.assert(
      fc.property(fc.array(someEntry, { maxLength: 8 }), aQuery, (entries, asked) => {
        const all = speaksOfArchive(asked);
        const expected = entries.filter((one) => (all || one.archivedAt === undefined) && holds(one, asked));
        // Their order is tested elsewhere: see `highlight.test.ts`.
        const sorted = (all: Entry[]) => all.map((one) => JSON.stringify(one)).sort();
        expect(sorted(found(entries, printQuery(asked)))).toEqual(sorted(expected));
      }),
      { numRuns: 2000 },
    );
  });

  it('any text is a filter, and none causes a failure', () => {
    const scraps = fc.constantFrom(
      '(',
      ')',
      '（',
      '-',
      '"',
      '“',
      'OR',
      'AND',
      '#',
      'author:',
      'is:',
      '*',
      '..',
      ' ',
      '治理',
      '\\',
      '：',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(scraps, { maxLength: 12 }).map((all) => all.join('')),
        ),
        (text) => {
          const { query: asked, problems } = parseQuery(text);
          for (const { from, to } of problems) expect(text.slice(from, to)).not.toBe('');
          expect(parseQuery(printQuery(asked)).query).toEqual(asked);
        },
      ),
      { numRuns: 2000 },
    );
    const deep = `${'('.repeat(20_000)}治理${'-'.repeat(20_000)}x`;
    expect(() => parseQuery(deep)).not.toThrow();
  });

  it('the example of the README is understood word by word', () => {
    const text =
      '(宏观 OR 金融) -周刊 author:闫加伟 site:blog before:2021-01 is:unread in:queue "社区治理" note:*';
    expect(parseQuery(text)).toEqual({
      problems: [],
      query: joined('and', [
        joined('or', [
          { kind: 'text', text: '宏观' },
          { kind: 'text', text: '金融' },
        ]),
        { kind: 'not', of: { kind: 'text', text: '周刊' } },
        { kind: 'text', field: 'author', text: '闫加伟' },
        { kind: 'site', site: 'blog' },
        { kind: 'date', of: 'published', to: '2020-12' },
        { kind: 'is', state: 'unread' },
        { kind: 'is', state: 'queued' },
        { kind: 'text', text: '社区治理' },
        { kind: 'has', field: 'note' },
      ]),
    });
  });

  it.each([
    ['作者：闫加伟 状态:未读 标签:治理', 'author:闫加伟 is:unread #治理'],
    ['NOT 周刊 AND ＃治理', '-周刊 #治理'],
    ['-(甲 乙) | 丙', '-(甲 乙) OR 丙'],
    ['after:2020-12-31', 'after:2020-12-31'],
    ['published:2020..2021-06', 'published:2020..2021-06'],
    ['saved:2026-11', 'saved:2026-11'],
    ['https://blog.caixin.com/x', 'https://blog.caixin.com/x'],
    ['“一句 话” 「另 一」', '"一句 话" "另 一"'],
  ])('%s means %s', (typed, printed) => {
    const { query: asked, problems } = parseQuery(typed);
    expect(problems).toEqual([]);
    expect(printQuery(asked)).toBe(printed);
  });
});

describe('what is wrong is reported in place, with a suggestion, and searched as plain text', () => {
  it.each([
    ['authr:闫加伟', 'field', 'author:闫加伟'],
    ['is:unred', 'state', 'is:unread'],
    ['has:author2', 'value', 'has:author'],
    ['before:2021-13', 'date', 'before:2021'],
    ['before:2021/1/5', 'date', 'before:2021-01-05'],
    ['"没有合上', 'quote', '"没有合上"'],
    ['(甲 OR 乙', 'open', '(甲 OR 乙)'],
    ['author:', 'value', undefined],
    ['甲)', 'close', undefined],
    ['甲 OR', 'dangling', undefined],
  ])('%s', (text, kind, suggestion) => {
    const [problem] = parseQuery(text).problems;
    expect(problem?.kind).toBe(kind);
    expect(problem?.suggestion).toBe(suggestion);
    if (suggestion !== undefined) expect(kinds(suggestion)).toEqual([]);
  });

  it('an unknown field is searched literally', () => {
    const one = anEntry(1, { title: '比例 3:2 之争' });
    expect(found([one], 'ratio:x')).toEqual([]);
    expect(found([anEntry(1, { title: 'see ratio:x' })], 'ratio:x')).toHaveLength(1);
  });
});

describe('text', () => {
  it('Chinese substrings are found exactly, in every field, and never across two', () => {
    const fields = {
      title: '甲题',
      author: '乙人',
      category: '丙类',
      excerpt: '丁文',
      tags: ['戊签'],
      note: '己注',
    };
    const one = anEntry(1, fields);
    for (const text of ['甲题', '乙', '丙类', '丁文', '戊', '己注', '甲 己'])
      expect(found([one], text), text).toEqual([one]);
    expect(found([one], '题乙')).toEqual([]);
  });

  it('full-width and half-width, upper and lower case are equal', () => {
    const one = anEntry(1, { title: 'ＧＤＰ增速 AlphaFold2' });
    expect(found([one], 'gdp ＡＬＰＨＡ')).toEqual([one]);
  });

  it('a tag finds the tags below it, and not those that only begin alike', () => {
    const all = ['经济', '经济/宏观', '经济学'].map((tag, n) => anEntry(n + 1, { tags: [tag] }));
    expect(found(all, '#经济').map(({ tags }) => tags[0])).toEqual(['经济', '经济/宏观']);
  });

  it('archived ones are left out unless the filter names them', () => {
    const all = [anEntry(1), anEntry(2, { archivedAt: 1 })];
    expect(found(all, '').map(({ url }) => url)).toEqual([all[0]?.url]);
    expect(found(all, 'is:archived').map(({ url }) => url)).toEqual([all[1]?.url]);
    expect(found(all, 'is:all')).toEqual(all);
  });

  it('tags are counted over the given entries', () => {
    const all = [anEntry(1, { tags: ['甲', '乙'] }), anEntry(2, { tags: ['甲'] })];
    expect(countTags(all)).toEqual(
      new Map([
        ['甲', 2],
        ['乙', 1],
      ]),
    );
  });
});

describe('clicking a tag edits the filter', () => {
  const click = (text: string, tag: string, mode: 'all' | 'any' | 'none') =>
    printQuery(toggleTag(parseQuery(text).query, tag, mode));

  it('once: all of it; twice: none of it; three times: out of the filter', () => {
    expect(click('社区', '治理', 'all')).toBe('社区 #治理');
    expect(click('社区 #治理', '治理', 'all')).toBe('社区 -#治理');
    expect(click('社区 -#治理', '治理', 'all')).toBe('社区');
  });

  it('in the mode any, tags join in one group', () => {
    expect(click('', '甲', 'any')).toBe('(#甲)');
    expect(click('(#甲)', '乙', 'any')).toBe('#甲 OR #乙');
    expect(click('#丙 (#甲)', '乙', 'any')).toBe('#丙 (#甲 OR #乙)');
    expect(click('社区 (#甲 OR #乙)', '丙', 'any')).toBe('社区 (#甲 OR #乙 OR #丙)');
    expect(click('社区 (#甲 OR #乙)', '甲', 'any')).toBe('社区 (#乙) -#甲');
  });

  it('deeper parts of the filter stay', () => {
    expect(click('(周刊 OR -#甲) #乙', '甲', 'none')).toBe('(周刊 OR -#甲) #乙 -#甲');
    expect(modeOf(parseQuery('(周刊 OR #甲)').query, '甲')).toBeUndefined();
  });

  it('any-of groups are ignored when counting what could be added', () => {
    expect(printQuery(withoutAny(parseQuery('社区 (#甲 OR #乙)').query))).toBe('社区');
    expect(withoutAny(EVERYTHING)).toBe(EVERYTHING);
  });

  it('a state replaces another', () => {
    const unread = withShow(parseQuery('社区').query, 'unread');
    expect([printQuery(unread), showOf(unread)]).toEqual(['社区 is:unread', 'unread']);
    expect(printQuery(withShow(unread, 'archived'))).toBe('社区 is:archived');
    expect(printQuery(withShow(unread, 'active'))).toBe('社区');
  });
});
