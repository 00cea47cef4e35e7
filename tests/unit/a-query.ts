import * as fc from 'fast-check';
import type { Entry } from '../../utils/domain/entry';
import type { Query, Term } from '../../utils/search/query';
import { HAS_FIELDS, STATES } from '../../utils/search/query-fields';
import { joined, negated } from '../../utils/search/query-parts';
import { urlOf } from './a-library';

const TAGS = ['治理', '社区', '经济', '经济/宏观', '经济/宏观/债', '经济学', 'ＡＩ', 'ai/芯片'];
const WORDS = [
  '社区',
  '社區',
  'shequ',
  'zl',
  'AI',
  '电梯',
  '不存在',
  'ＡＩ与',
  '加 装',
  'OR',
  '-5',
  '#号',
  '引"号',
  '括(号',
  'author:x',
  '*',
];
const DAYS = ['2020', '2020-12', '2020-12-16', '2021-01', '2019'];
const day = fc.constantFrom(...DAYS);
const term: fc.Arbitrary<Term> = fc.oneof(
  fc.constantFrom(...WORDS).map((text): Term => ({ kind: 'text', text })),
  fc
    .record({ text: fc.constantFrom(...WORDS), field: fc.constantFrom('title', 'author', 'note') })
    .map((some): Term => ({ kind: 'text', ...some })),
  fc.constantFrom(...TAGS, '有 空格').map((tag): Term => ({ kind: 'tag', tag })),
  fc.constantFrom(...HAS_FIELDS).map((field): Term => ({ kind: 'has', field })),
  fc.constantFrom('blog', 'yanjiawei', 'caixin.com', 'weekly').map((site): Term => ({ kind: 'site', site })),
  fc
    .constantFrom(...STATES.filter((state) => state !== 'trash'))
    .map((state): Term => ({ kind: 'is', state })),
  fc
    .record({
      of: fc.constantFrom('published', 'saved', 'read'),
      from: day,
      to: day,
      ends: fc.constantFrom('both', 'from', 'to'),
    })
    .map(
      ({ of, from, to, ends }): Term => ({
        kind: 'date',
        of,
        ...(ends !== 'to' && { from }),
        ...(ends !== 'from' && { to }),
      }),
    ),
);
/** A filter as the parser produces it: nothing nested in its own kind, no group of one, no double negation. */
export const aQuery: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    term,
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('query'), { minLength: 2, maxLength: 3 }))
      .map(([kind, of]) => joined(kind, of)),
    tie('query').map(negated),
  ),
})).query;

/** An entry that some of these filters find. */
export const someEntry = fc
  .record(
    {
      tags: fc.uniqueArray(fc.constantFrom(...TAGS, '有 空格'), { maxLength: 3 }),
      title: fc.option(
        fc.constantFrom('社区团购何去何从', 'ＡＩ与治理', 'ai 时代 OR', '加  装电梯 -5', '引"号 括(号'),
        { freq: 3, nil: urlOf(1) },
      ),
      author: fc.constantFrom('闫加伟', 'author:x', '社区'),
      note: fc.constantFrom('电梯', '#号'),
      category: fc.constantFrom('社区', '经济'),
      excerpt: fc.constantFrom('电梯', '不存在的'),
      publishedAt: fc.constantFrom('2020-12-16T12:00+08:00', '2021-01-01', '2019-05-05'),
      readAt: fc.constantFrom(1, new Date(2021, 0, 31, 23, 59).getTime()),
      archivedAt: fc.constant(1),
      queue: fc.constant('a0'),
      savedAt: fc.constantFrom(new Date(2020, 11, 16, 12).getTime(), new Date(2021, 5, 1).getTime()),
    },
    { requiredKeys: ['tags', 'title', 'savedAt'] },
  )
  .map((some): Entry => ({ url: urlOf(1), ...some }));

/** The same entry under another address, which is still its title if it has no other. */
export function entryAt(url: string, entry: Entry): Entry {
  return { ...entry, url, title: entry.title === entry.url ? url : entry.title };
}
