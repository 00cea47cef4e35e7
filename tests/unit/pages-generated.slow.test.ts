// @vitest-environment node
import { expect, it } from 'vitest';
import { generatedPage } from '../../scripts/score/generated/page';
import { verdictOn } from '../../scripts/score/pages';

it('two thousand pages that nobody has drawn: 97 of 100 posts whole, and nothing wrong without a doubt', () => {
  let whole = 0;
  let all = 0;
  const silent: string[] = [];
  for (let seed = 1; seed <= 2000; seed++) {
    const verdict = verdictOn(generatedPage(seed));
    whole += verdict.whole;
    all += verdict.parts.posts[1];
    if (verdict.silent) silent.push(verdict.name, ...verdict.wrong);
  }
  expect(silent).toEqual([]);
  expect(whole / all).toBeGreaterThanOrEqual(0.97);
}, 600_000);
