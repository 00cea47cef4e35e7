import { describe, expect, it, vi } from 'vitest';
import { type Asked, suggestionsFor } from '../../utils/search/tags/suggest-tags';
import { recentTags, tagsTogether } from '../../utils/search/tags/tag-hints';
import { folder } from '../../utils/search/text/fold';

const KNOWN = ['社区', '治理', '宏观', '物业', '经济/宏观', 'AI', '社区治理', '组织', '周刊', '电梯'].map(
  (tag, index) => ({ tag, count: 20 - index }),
);

const offered = (asked: Partial<Asked>) =>
  suggestionsFor({
    known: KNOWN,
    recent: [],
    together: new Map(),
    chosen: [],
    typed: '',
    limit: 8,
    ...asked,
  }).map(({ tag }) => tag);

describe('if nothing is typed', () => {
  it('recent tags come first, then those often used with the chosen, then category and author, then the most used', () => {
    const asked = {
      recent: ['电梯', '周刊'],
      together: new Map([
        ['AI', 1],
        ['组织', 5],
      ]),
      chosen: ['治理'],
      category: '社区治理',
      author: '闫加伟',
    };
    expect(offered(asked)).toEqual(['电梯', '周刊', '组织', 'AI', '社区治理', '闫加伟', '社区', '宏观']);
  });

  it('at most three recent ones and three used together, and each tag once', () => {
    const asked = {
      recent: ['电梯', '周刊', '组织', 'AI', '物业'],
      together: new Map([
        ['周刊', 9],
        ['电梯', 8],
        ['物业', 7],
      ]),
      limit: 5,
    };
    expect(offered(asked)).toEqual(['电梯', '周刊', '组织', '物业', '社区']);
  });

  it('neither chosen tags nor those no longer in use', () => {
    expect(offered({ recent: ['没有了', '电梯'], chosen: ['电梯', '社区'], limit: 2 })).toEqual([
      '治理',
      '宏观',
    ]);
  });

  it('a category that is a list of blanks is no tag', () => {
    expect(offered({ category: ' ', author: '#', limit: 1 })).toEqual(['社区']);
  });

  it('the category counts as often as it is used, and zero if it is new', () => {
    const [known, fresh] = suggestionsFor({
      known: KNOWN,
      recent: [],
      together: new Map(),
      chosen: [],
      typed: '',
      limit: 2,
      category: '电梯',
      author: '闫加伟',
    });
    expect([known, fresh]).toEqual([
      { tag: '电梯', count: 11 },
      { tag: '闫加伟', count: 0 },
    ]);
  });
});

describe('for typed text', () => {
  it('tags that begin with it come before those with a level that does, and those before tags that contain it', () => {
    const known = ['大宏观', '经济/宏观', '宏观', '宏观调控'].map((tag) => ({ tag, count: 1 }));
    expect(offered({ known, typed: ' 宏观 ' })).toEqual(['宏观', '宏观调控', '经济/宏观', '大宏观']);
  });

  it('width and case make no difference', () => {
    expect(offered({ typed: 'ａi' })).toEqual(['AI']);
  });

  it('a fold for both scripts finds a tag in either', () => {
    const known = ['經濟', '周刊'].map((tag) => ({ tag, count: 1 }));
    expect(offered({ known, typed: '经', fold: folder('經 经|濟 济') })).toEqual(['經濟']);
    expect(offered({ known, typed: '经' })).toEqual([]);
  });

  it('the category and the author are found too, after the reader’s own tags', () => {
    expect(offered({ typed: '社', category: '社会观察', author: '闫加伟' })).toEqual([
      '社区',
      '社区治理',
      '社会观察',
    ]);
  });

  it('12,700 tags are folded once, not for every letter', () => {
    const known = Array.from({ length: 12_700 }, (_, n) => ({ tag: `标签 ${n} Tag`, count: 12_700 - n }));
    const fold = vi.fn(folder());
    offered({ known, typed: 'tag', fold });
    fold.mockClear();
    offered({ known, typed: '标签 12699', chosen: ['标签 1 Tag'], fold });
    expect(fold.mock.calls).toEqual([['标签 12699']]);
  });
});

describe('what the library knows', () => {
  const LISTS = [['治理', '组织'], [], ['治理', '社区', '组织'], ['周刊'], ['社区', '物业']];

  it('how often tags are used together', () => {
    expect([...tagsTogether(LISTS, ['治理'])]).toEqual([
      ['组织', 2],
      ['社区', 1],
    ]);
    expect(tagsTogether(LISTS, ['治理', '社区']).get('组织')).toBe(3);
    expect(tagsTogether(LISTS, []).size).toBe(0);
  });

  it('which were used last, reading no further than needed', () => {
    expect(recentTags(LISTS, 3)).toEqual(['治理', '组织', '社区']);
    expect(recentTags(LISTS, 9)).toEqual(['治理', '组织', '社区', '周刊', '物业']);
  });
});
