// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

type Pace = typeof import('../../entrypoints/caixin.content/pace');

/**
 * Work that takes so long, requested by each frame of a page that is never idle; how often it was done in that
 * time.
 */
function restless({ paced }: Pace, cost: number, time: number): number {
  let times = 0;
  const end = performance.now() + time;
  const { ask } = paced(() => {
    if (performance.now() < end) times++;
    vi.advanceTimersByTime(cost);
  }, new AbortController().signal);
  while (performance.now() < end) {
    ask();
    vi.advanceTimersByTime(16);
  }
  return times;
}

let pace: Pace;

beforeEach(async () => {
  vi.useFakeTimers({
    toFake: ['performance', 'requestAnimationFrame', 'cancelAnimationFrame', 'setTimeout', 'clearTimeout'],
  });
  vi.resetModules();
  pace = await import('../../entrypoints/caixin.content/pace');
});

afterEach(() => {
  vi.useRealTimers();
});

/** Work that takes so long; how often it was done so far. */
function work(cost: number) {
  const done: number[] = [];
  const life = new AbortController();
  const paced = pace.paced(() => {
    done.push(performance.now());
    vi.advanceTimersByTime(cost);
  }, life.signal);
  return { done, life, ...paced };
}

describe('work that a page causes', () => {
  test('is done in the next frame on a page that is idle, and once however often it was requested', () => {
    const { done, ask } = work(5);
    for (let n = 0; n < 3; n++) {
      for (let often = 0; often < 10; often++) ask();
      vi.advanceTimersByTime(20);
      expect(done).toHaveLength(n + 1);
    }
  });

  for (const cost of [0, 5, 60, 500]) {
    test(`takes little time of a page that is never idle, at a cost of ${cost} ms each`, () => {
      const minutes = 10 * 60_000;
      const times = restless(pace, cost, minutes);
      expect((times * cost) / minutes).toBeLessThan(0.019);
      // Nor does it die.
      expect(times).toBeGreaterThanOrEqual(minutes / Math.max(200, cost * 62) - 1);
      expect(times).toBeLessThan(minutes / 150);
    });
  }

  test('is not done at once while it must be earned', () => {
    const { done, ask, flush } = work(100);
    // The first time is not counted: no page has caused it.
    flush();
    flush();
    flush();
    expect(done).toHaveLength(2);
    ask();
    // 60 ms are missing, and each is earned in 60 ms.
    vi.advanceTimersByTime(3500);
    expect(done).toHaveLength(2);
    vi.advanceTimersByTime(200);
    expect(done).toHaveLength(3);
  });

  test('is not done once the script has been replaced', () => {
    const { done, ask, life } = work(5);
    ask();
    life.abort();
    vi.advanceTimersByTime(1000);
    ask();
    vi.advanceTimersByTime(1000);
    expect(done).toHaveLength(0);
  });
});

describe('the rest ends', () => {
  test('when the browser causes the work', () => {
    const { done, ask, flush } = work(100);
    flush();
    flush();
    ask();
    pace.endRest();
    vi.advanceTimersByTime(20);
    expect(done).toHaveLength(3);
    // Nor was that one counted.
    flush();
    expect(done).toHaveLength(4);
  });

  test('when the reader acts, once in a time that grows with the cost', () => {
    const { done, ask, flush } = work(100);
    flush();
    flush();
    ask();
    pace.endRestForReader();
    vi.advanceTimersByTime(1900);
    expect(done).toHaveLength(2);
    vi.advanceTimersByTime(200);
    pace.endRestForReader();
    vi.advanceTimersByTime(20);
    expect(done).toHaveLength(3);
    ask();
    for (let n = 0; n < 9; n++) {
      pace.endRestForReader();
      vi.advanceTimersByTime(20);
    }
    expect(done).toHaveLength(3);
  });
});
