import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../utils/entry';
import { EVERYTHING, type Filter, isEmptyFilter, toggleTag } from '../../utils/search/filter';
import { countTags, filterEntries } from '../../utils/search/match';
import { anEntry } from './a-library';

const TAGS = ['治理', '社区', '宏观', '物业'];
const tagSet = fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 3 });
const entry = fc.record({
  n: fc.integer({ min: 1, max: 1000 }),
  tags: tagSet,
  title: fc.constantFrom('社区团购何去何从', 'ＡＩ与治理', 'ai 时代', '加装电梯'),
  read: fc.boolean(),
  archived: fc.boolean(),
});
const filter: fc.Arbitrary<Filter> = fc.record({
  text: fc.constantFrom('', '社区', 'AI', 'ai 治理', '电梯', '不存在'),
  all: tagSet,
  any: tagSet,
  none: tagSet,
  show: fc.constantFrom('active', 'unread', 'read', 'archived', 'trash'),
});

/** What the words of the interface promise, spelled out set by set. */
function model({ tags, title, readAt, archivedAt }: Entry, { text, all, any, none, show }: Filter): boolean {
  const archived = archivedAt !== undefined;
  const read = readAt !== undefined;
  const shows = {
    active: !archived,
    unread: !archived && !read,
    read: !archived && read,
    archived,
    trash: true,
  }[show];
  const has = new Set(tags);
  const plain = title.replace('ＡＩ', 'ai') + '\n' + tags.join('\n') + '\n闫加伟';
  return (
    shows &&
    new Set(all).isSubsetOf(has) &&
    (any.length === 0 || !new Set(any).isDisjointFrom(has)) &&
    new Set(none).isDisjointFrom(has) &&
    text.split(' ').every((word) => plain.includes(word.toLowerCase()))
  );
}

describe('a filter', () => {
  it('lets through what a plain model lets through', () => {
    fc.assert(
      fc.property(fc.array(entry), filter, (rows, wanted) => {
        const entries = rows.map(({ n, read, archived, ...rest }) =>
          anEntry(n, { ...rest, ...(read && { readAt: 1 }), ...(archived && { archivedAt: 1 }) }),
        );
        expect(filterEntries(entries, wanted)).toEqual(entries.filter((one) => model(one, wanted)));
      }),
    );
  });

  it('finds Chinese substrings exactly, in every field', () => {
    const fields = {
      title: '甲题',
      author: '乙人',
      category: '丙类',
      excerpt: '丁文',
      tags: ['戊签'],
      note: '己注',
    };
    const one = anEntry(1, fields);
    for (const text of ['甲题', '乙', '丙类', '丁文', '戊', '己注', '甲 己']) {
      expect(filterEntries([one], { ...EVERYTHING, text }), text).toEqual([one]);
    }
    expect(filterEntries([one], { ...EVERYTHING, text: '题乙' })).toEqual([]);
  });

  it('full-width and half-width, upper and lower case are the same word', () => {
    const one = anEntry(1, { title: 'ＧＤＰ增速 AlphaFold2' });
    expect(filterEntries([one], { ...EVERYTHING, text: 'gdp ＡＬＰＨＡ' })).toEqual([one]);
  });

  it('counts tags over what it is given', () => {
    expect(countTags([anEntry(1, { tags: ['甲', '乙'] }), anEntry(2, { tags: ['甲'] })])).toEqual(
      new Map([
        ['甲', 2],
        ['乙', 1],
      ]),
    );
  });
});

describe('clicking a tag', () => {
  it('once: all of it; twice: none of it; three times: out of the filter', () => {
    const once = toggleTag(EVERYTHING, '治理', 'all');
    const twice = toggleTag(once, '治理', 'all');
    expect(once.all).toEqual(['治理']);
    expect([twice.all, twice.none]).toEqual([[], ['治理']]);
    expect(isEmptyFilter(toggleTag(twice, '治理', 'all'))).toBe(true);
  });

  it('in the mode any, puts it among the any', () => {
    expect(toggleTag(EVERYTHING, '治理', 'any').any).toEqual(['治理']);
  });
});
