import { describe, expect, it } from 'vitest';
import { Slots } from '../../components/virtual-list/slots';

const NOBODY: ReadonlySet<number> = new Set();

describe('the elements of a long list', () => {
  it('stay with their rows while the list is scrolled, and in their order', () => {
    const slots = new Slots();
    expect(slots.assign(['a', 'b', 'c'], true, NOBODY)).toEqual([0, 1, 2]);
    expect(slots.assign(['b', 'c', 'd'], false, NOBODY)).toEqual([1, 2, 3]);
    expect(slots.assign(['a', 'b', 'c', 'd'], false, NOBODY)).toEqual([4, 1, 2, 3]);
  });

  it('go from rows that leave to those that appear', () => {
    const slots = new Slots();
    slots.assign(['a', 'b', 'c'], true, NOBODY);
    expect(slots.assign(['x', 'b', 'y'], false, NOBODY)).toEqual([0, 1, 2]);
    expect(slots.assign(['m', 'n', 'o', 'p'], false, NOBODY)).toEqual([0, 1, 2, 3]);
  });

  it('stay in their order if the list starts anew', () => {
    const slots = new Slots();
    slots.assign(['a', 'b', 'c'], true, NOBODY);
    expect(slots.assign(['c', 'd'], true, NOBODY)).toEqual([0, 1]);
    expect(slots.assign(['e', 'f', 'g'], true, NOBODY)).toEqual([0, 1, 3]);
  });

  it('are given to no other row while the reader uses them', () => {
    const slots = new Slots();
    slots.assign(['a', 'b', 'c'], true, NOBODY);
    expect(slots.assign(['b', 'd'], true, new Set([1]))).toEqual([1, 2]);
    expect(slots.assign(['e', 'f'], false, new Set([1]))).toEqual([2, 3]);
  });

  it('are never two rows’, and never change their order', () => {
    const slots = new Slots();
    let given: number[] = [];
    const keys = [...'abcdefghijklmnopqrstuvwxyz'];
    for (let round = 0; round < 200; round++) {
      const some = keys.slice(round % 20, (round % 20) + 1 + (round % 6));
      const before = given;
      given = slots.assign(some, round % 3 === 0, new Set([round % 5]));
      expect(new Set(given).size).toBe(some.length);
      const again = given.filter((slot) => before.includes(slot));
      expect(again).toEqual(before.filter((slot) => given.includes(slot)));
    }
  });
});
