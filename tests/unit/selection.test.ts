import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invert, range, type Ticked, toggle } from '../../utils/domain/selection';

const urls = ['a', 'b', 'c', 'd', 'e'];
const ticked = fc.uniqueArray(fc.constantFrom(...urls, 'elsewhere')).map((all): Ticked => new Set(all));

describe('ticks', () => {
  it('one is toggled, and toggled back', () => {
    fc.assert(
      fc.property(ticked, fc.constantFrom(...urls), (before, url) => {
        expect(toggle(before, url).has(url)).toBe(!before.has(url));
        expect(toggle(toggle(before, url), url)).toEqual(before);
      }),
    );
  });

  it('a range gets the state that its end is about to get, and nothing else changes', () => {
    fc.assert(
      fc.property(ticked, fc.constantFrom(...urls), fc.constantFrom(...urls), (before, from, to) => {
        const after = range(before, urls, from, to);
        const [first, last] = [urls.indexOf(from), urls.indexOf(to)].sort((a, b) => a - b);
        for (const [index, url] of urls.entries()) {
          const isInside = index >= (first ?? 0) && index <= (last ?? 0);
          expect(after.has(url)).toBe(isInside ? !before.has(to) : before.has(url));
        }
        expect(after.has('elsewhere')).toBe(before.has('elsewhere'));
      }),
    );
  });

  it('a range from a post that is gone is a single tick', () => {
    expect([...range(new Set(), urls, 'gone', 'b')]).toEqual(['b']);
  });

  it('inverting twice changes nothing, and ticks of other pages stay', () => {
    fc.assert(
      fc.property(ticked, (before) => {
        const after = invert(before, urls);
        expect(urls.every((url) => after.has(url) !== before.has(url))).toBe(true);
        expect(after.has('elsewhere')).toBe(before.has('elsewhere'));
        expect(invert(after, urls)).toEqual(before);
      }),
    );
  });
});
