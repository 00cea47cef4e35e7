import { describe, expect, it } from 'vitest';
import { soak } from '../soak/run';

describe('a reader at work on a page, in the popup, the panel and the options at once', () => {
  // `npm run soak` runs thousands. Not retried: each attempt would be another sequence.
  it('finds after each of 80 random actions what a plain model has', {
    retry: 0,
    timeout: 600_000,
  }, async () => {
    const seed = Math.floor(Math.random() * 1_000_000);
    // If not, the failure contains the seed and the last actions.
    expect((await soak({ seed, actions: 80 })).done).toBe(80);
  });
});
