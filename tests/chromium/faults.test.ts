import { describe, expect, it } from 'vitest';
import { runFaults } from '../faults/run';

describe('whatever goes wrong, at whatever moment', () => {
  it('nothing is lost, doubled or half-done, and what was reported as saved is there', async () => {
    const results = await runFaults({ runs: 20 });
    expect(results.length).toBeGreaterThanOrEqual(20);
    expect(results.filter(({ outcome }) => outcome !== 'all' && outcome !== 'nothing')).toEqual([]);
  }, 180_000);
});
