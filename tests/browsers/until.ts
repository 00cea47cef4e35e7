import { within } from './within';

/**
 * Polls until the answer is truthy, and returns it; after the deadline throws an error that says what was missing.
 */
export async function until<T>(
  ask: () => T | Promise<T>,
  what: string,
  deadline = 10_000,
): Promise<NonNullable<Exclude<T, false>>> {
  const end = Date.now() + deadline;
  let last: unknown;
  for (;;) {
    try {
      // A page that is just being closed or left may never answer.
      const answer = await within(Math.max(0, end - Date.now()) + 1000, 'an answer', Promise.resolve(ask()));
      // A truthy value is neither null nor false.
      if (answer) return answer as NonNullable<Exclude<T, false>>;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`never came: ${what}${last ? ` (${last})` : ''}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
