// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { clearUnsaved, listUnsaved, readUnsaved, saveUnsaved } from '../../utils/storage/unsaved-text';

beforeEach(() => {
  localStorage.clear();
});

describe('what is being typed', () => {
  it('is there at once, by its name', () => {
    saveUnsaved('note:a', '一条');
    saveUnsaved('note:b', '两条');
    saveUnsaved('typed:a', '半');
    expect(readUnsaved('note:a')).toBe('一条');
    expect([...listUnsaved('note:')]).toEqual([
      ['a', '一条'],
      ['b', '两条'],
    ]);
  });

  it('is deleted once it is saved, but not what was typed since', () => {
    saveUnsaved('note:a', '一条备注');
    clearUnsaved('note:a', '一条');
    expect(readUnsaved('note:a')).toBe('一条备注');
    clearUnsaved('note:a', '一条备注');
    expect(readUnsaved('note:a')).toBeUndefined();
  });
});
