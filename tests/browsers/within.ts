/** Awaits something; rejects with an error that names it if it takes longer than so many milliseconds. */
export function within<T>(limit: number, what: string, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`never came: ${what}`)), limit);
  });
  // A later failure no longer matters.
  work.catch(() => {});
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
