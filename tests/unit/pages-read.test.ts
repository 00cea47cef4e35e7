// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { casesIn, documentOf } from '../../scripts/score/cases';
import { generatedPage } from '../../scripts/score/generated/page';
import { judge, verdictOn } from '../../scripts/score/pages';
import { readPage } from '../../utils/sites';

/** A frame holds another document, and a shadow root is not looked into: such lists are not read, and doubted. */
const UNREAD = /^(?:iframe|shadow)\./;

describe.each(['tests/fixtures/layouts', 'tests/fixtures/smallest', 'tests/fixtures/kinds'])(
  'every page of %s',
  (folder) => {
    it.each(casesIn(folder))('$name is read as a person reads it, or doubted where it cannot be', (one) => {
      const page = readPage(documentOf(one), one.url, one.now);
      const verdict = judge(one, page);
      if (UNREAD.test(one.name)) {
        expect(page.posts).toEqual([]);
        expect(page.doubts).not.toEqual([]);
      } else expect(verdict.wrong).toEqual([]);
    });
  },
);

describe('pages that nobody has drawn', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(generatedPage(7)).toEqual(generatedPage(7));
    expect(generatedPage(7).html).not.toBe(generatedPage(8).html);
  });

  it('a hundred of them: 97 of 100 posts whole, and nothing wrong without a doubt', () => {
    const verdicts = Array.from({ length: 100 }, (_none, seed) => verdictOn(generatedPage(seed + 1)));
    const sum = (count: (one: (typeof verdicts)[number]) => number) =>
      verdicts.reduce((total, one) => total + count(one), 0);
    expect(verdicts.flatMap(({ silent, name, wrong }) => (silent ? [name, ...wrong] : []))).toEqual([]);
    expect(sum(({ whole }) => whole) / sum(({ parts }) => parts.posts[1])).toBeGreaterThanOrEqual(0.97);
  });
});
