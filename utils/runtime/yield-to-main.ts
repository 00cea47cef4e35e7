/** Part of the Prioritized Task Scheduling API (WICG); absent where a browser is older than Chrome 94 or Firefox 142. */
interface Scheduler {
  postTask(task: () => void): Promise<void>;
}

/** Lets the page do what waits, before a long work goes on. */
export function yieldToMain(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  // In line with all else that waits, and not four milliseconds later, as timers within timers are.
  return scheduler?.postTask(() => {}) ?? new Promise((resolve) => setTimeout(resolve));
}
