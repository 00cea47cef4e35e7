import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../entrypoints/caixin.content/boxes';
import { GAP, placeControl, SIZE } from '../../entrypoints/overlay/place';

const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const line = box(100, 50, 300, 24);

describe('a control', () => {
  it('is left of the first line, vertically centred', () => {
    expect(placeControl(line, line, [], 1000)).toEqual({ left: 100 - SIZE - GAP, top: 52 });
  });

  it('goes after the last line if the page ends on the left', () => {
    const [first, last] = [box(4, 50, 900, 24), box(4, 74, 120, 24)];
    expect(placeControl(first, last, [], 1000)).toEqual({ left: 124 + GAP, top: 76 });
  });

  it('goes after the last line if a picture is on the left', () => {
    expect(placeControl(line, line, [box(20, 40, 70, 70)], 1000)).toEqual({ left: 400 + GAP, top: 52 });
  });

  it('goes above if there is space on neither side', () => {
    const wide = box(0, 50, 500, 24);
    expect(placeControl(wide, wide, [], 500)).toEqual({ left: 0, top: 50 - SIZE });
  });

  it('never leaves the page sideways', () => {
    const side = fc.integer({ min: -50, max: 1200 });
    fc.assert(
      fc.property(
        side,
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 200, max: 1200 }),
        (left, width, page) => {
          const title = box(left, 50, width, 24);
          const spot = placeControl(title, title, [], page);
          expect(spot.left).toBeGreaterThanOrEqual(0);
          expect(spot.left + SIZE).toBeLessThanOrEqual(page);
        },
      ),
    );
  });
});
