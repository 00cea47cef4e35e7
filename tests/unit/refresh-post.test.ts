import { describe, expect, it } from 'vitest';
import { isWorse, refreshed } from '../../utils/domain/refresh-post';
import { anEntry, aPost, urlOf } from './a-library';

const KNOWN = '社区团购要走向哪里？';

describe('a reading is worse than the one before', () => {
  it.each([
    ['translated into English', 'Where is group buying going?'],
    ['translated into Russian', 'Куда движутся групповые покупки?'],
    ['translated into Korean', '지역 공동구매는 어디로?'],
    ['translated into Japanese', '社区の共同購入はどこへ向かうのか'],
    ['with its translation behind it', `${KNOWN} Where is group buying going?`],
    ['with its translation before it', `Where is group buying going? ${KNOWN}`],
    ['cut off, with dots', '社区团购要走……'],
    ['cut off, with three dots', '社区团购要走...'],
    ['cut off', '社区团购要走'],
    ['empty', ' '],
    ['damaged', '社区团购要走向哪\ufffd'],
    ['an address', urlOf(1).replace('https://', '')],
  ])('%s', (_how, said) => {
    expect(isWorse(said, KNOWN, urlOf(1))).toBe(true);
  });

  it.each([
    ['the same', KNOWN, KNOWN],
    ['another title', KNOWN, '社区团购走向何方'],
    ['with an abbreviation behind it', KNOWN, `${KNOWN}（GDP）`],
    ['longer', '社区团购', '社区团购：三个问题'],
    ['whole, where it was cut off', '社区团购要走……', KNOWN],
    ['Chinese, where it was translated', 'Where is group buying going?', KNOWN],
    ['of the page, where only the address was known', urlOf(1).replace('https://', ''), 'LPR'],
  ])('but not: %s', (_how, known, said) => {
    expect(isWorse(said, known, urlOf(1))).toBe(false);
  });
});

it('each word is kept or replaced by itself, and the reader’s own is not touched', () => {
  const known = anEntry(1, {
    title: KNOWN,
    excerpt: '旧摘要',
    category: '治理',
    publishedAt: '2020-12-16T12:00+08:00',
  });
  const said = aPost(1, {
    title: 'Where to?',
    author: 'Yan Jiawei',
    excerpt: '新摘要',
    publishedAt: '2020-12-16',
  });
  expect(refreshed(known, said)).toEqual({ ...known, excerpt: '新摘要' });
});
