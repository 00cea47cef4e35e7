import { beforeEach, describe, expect, it } from 'vitest';
import { jot, jotsOf, readJot, strike } from '../../utils/storage/unsaved-text';

beforeEach(() => {
  localStorage.clear();
});

describe('what is being typed', () => {
  it('is there at once, by its name', () => {
    jot('note:a', '一条');
    jot('note:b', '两条');
    jot('typed:a', '半');
    expect(readJot('note:a')).toBe('一条');
    expect([...jotsOf('note:')]).toEqual([
      ['a', '一条'],
      ['b', '两条'],
    ]);
  });

  it('is forgotten once it is kept, but not what was typed since', () => {
    jot('note:a', '一条备注');
    strike('note:a', '一条');
    expect(readJot('note:a')).toBe('一条备注');
    strike('note:a', '一条备注');
    expect(readJot('note:a')).toBeUndefined();
  });
});
