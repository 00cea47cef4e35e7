/** Runs work in sequence: each begins when the one before has ended, even if it failed. Rejects if the work does. */
type Sequence = <T>(work: () => Promise<T>) => Promise<T>;

/** A new sequence. */
export function sequence(): Sequence {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = before.then(work);
    before = done.catch(() => {});
    return done;
  };
}
