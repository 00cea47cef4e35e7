import { describe, expect, it } from 'vitest';
import { soak } from '../../soak/run';

describe('a reader at work on a page, in the popup, the panel and the options at once', () => {
  // `npm run soak` does thousands.
  it('finds after each of 150 random actions what a plain model says', async () => {
    const seed = Math.floor(Math.random() * 1_000_000);
    // Where it is not so, the failure holds the seed and the last actions.
    expect((await soak({ seed, actions: 150 })).done).toBe(150);
  }, 1_800_000);
});
