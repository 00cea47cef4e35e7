import { describe, expect, it } from 'vitest';
import type { Found } from '../../utils/codecs';
import { addTo, incomingOf } from '../../utils/library/transfer/gather';
import { urlOf } from './a-library';

const found = (facts: Partial<Found> = {}): Found => ({
  url: urlOf(1),
  isCaixin: true,
  shelving: {},
  ...facts,
});

function gathered(...all: Partial<Found>[]) {
  const [first = {}, ...more] = all;
  const incoming = incomingOf(found(first));
  for (const one of more) addTo(incoming, found(one));
  return incoming;
}

describe('a post that stands twice in a file', () => {
  it('has the notes of both, one below the other, and the same note once', () => {
    const notes = (...all: string[]) =>
      gathered(...all.map((note) => ({ shelving: { note } }))).shelving.note;
    expect(notes('一', '二')).toBe('一\n\n二');
    expect(notes('一\n二', '二')).toBe('一\n二');
  });

  it('was saved when it was saved first', () => {
    const save = (...all: number[]) =>
      gathered(...all.map((savedAt) => ({ shelving: { savedAt } }))).shelving.savedAt;
    expect([save(9, 5), save(5, 9)]).toEqual([5, 5]);
    expect(gathered({}, { shelving: { savedAt: 7 } }).shelving.savedAt).toBe(7);
  });

  it('has the tags of both, and of other facts the first that is said', () => {
    const { post, shelving } = gathered(
      { author: '甲', shelving: { tags: ['a', 'b'] } },
      { title: '题', author: '乙', excerpt: '摘', shelving: { tags: ['b', 'c'], readAt: 3 } },
    );
    expect(post).toEqual({ url: urlOf(1), title: '题', author: '甲', excerpt: '摘' });
    expect(shelving).toEqual({ tags: ['a', 'b', 'c'], readAt: 3 });
  });
});
