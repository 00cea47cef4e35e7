import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Heights } from '../../components/virtual-list/heights';
import { MeasuredHeights } from '../../components/virtual-list/measured-heights';

const measured = fc.array(fc.tuple(fc.nat(29), fc.integer({ min: 1, max: 200 })), { maxLength: 40 });

describe('the heights of rows', () => {
  it('are those of a plain list of heights, whatever was measured', () => {
    fc.assert(
      fc.property(measured, fc.integer({ min: -50, max: 7000 }), (all, height) => {
        const heights = new Heights(30, 60);
        const plain = Array.from({ length: 30 }, () => 60);
        for (const [row, one] of all) {
          expect(heights.set(row, one)).toBe(one - (plain[row] ?? 0));
          plain[row] = one;
        }
        const tops = plain.map((_, row) => plain.slice(0, row).reduce((sum, one) => sum + one, 0));
        expect(plain.map((_, row) => heights.top(row))).toEqual(tops);
        expect(heights.total).toBe(plain.reduce((sum, one) => sum + one, 0));
        expect(heights.at(height)).toBe(
          Math.max(
            0,
            tops.findLastIndex((top) => top <= height),
          ),
        );
      }),
    );
  });

  it('of no rows are none', () => {
    const heights = new Heights(0, 60);
    expect([heights.total, heights.at(100)]).toEqual([0, 0]);
  });
});

describe('the measured heights of rows', () => {
  it('the last 3,000 are kept, and the most frequent is known', () => {
    const measured = new MeasuredHeights();
    expect(measured.usual).toBeUndefined();
    measured.set('one', 80);
    measured.set('two', 61);
    expect(measured.usual).toBe(80);
    measured.set('three', 61);
    expect(measured.usual).toBe(61);
    // Measured again, it counts once.
    for (let n = 0; n < 5; n++) measured.set('one', 80);
    expect([measured.usual, measured.get('one'), measured.get('four')]).toEqual([61, 80, undefined]);
    for (let n = 0; n < 2999; n++) measured.set(`row ${n}`, 70);
    expect([measured.usual, measured.get('one'), measured.get('two')]).toEqual([70, 80, undefined]);
  });
});
