/** Does work in a line: each begins where the one before has ended, well or not. Fails as the work does. */
export type Sequence = <T>(work: () => Promise<T>) => Promise<T>;

/** A line of its own. */
export function sequence(): Sequence {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = before.then(work);
    before = done.catch(() => {});
    return done;
  };
}
