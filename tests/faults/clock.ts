/** Runs in a page: sets its clock so far ahead. */
export function skew(ahead: number): void {
  const here = globalThis as unknown as {
    clock?: { ahead: number; now: () => number; Date: DateConstructor };
  };
  here.clock ??= { ahead: 0, now: Date.now.bind(Date), Date };
  const clock = here.clock;
  clock.ahead = ahead;
  const now = () => clock.now() + clock.ahead;
  const Skewed = class extends clock.Date {
    constructor(...given: [] | [number]) {
      super(...((given.length > 0 ? given : [now()]) as [number]));
    }
    static override now = now;
  };
  globalThis.Date = Skewed as DateConstructor;
  // A page opened later starts with the later time.
  const begins = performance.now() < 100 ? performance.timeOrigin + ahead : performance.timeOrigin;
  Object.defineProperty(performance, 'timeOrigin', { value: begins, configurable: true });
}
