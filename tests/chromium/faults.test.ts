import { describe, expect, it } from 'vitest';
import { isBad } from '../faults/judge';
import { runFaults } from '../faults/run';

describe('whatever goes wrong, at whatever moment', () => {
  // `npm run faults` runs all of them, many times. Not retried: each attempt would have other faults.
  it('nothing is lost, doubled or half-done, and what was reported as saved is there', {
    retry: 0,
    timeout: 900_000,
  }, async () => {
    const seed = Math.floor(Math.random() * 1_000_000);
    const results = await runFaults({ runs: 20, seed });
    expect(results).toHaveLength(20);
    expect(
      results.filter(({ outcome }) => isBad(outcome)),
      `seed ${seed}`,
    ).toEqual([]);
  });
});
