/** Part of the Prioritized Task Scheduling API (WICG); absent where a browser is older than Chrome 94 or Firefox 142. */
interface Scheduler {
  postTask(task: () => void): Promise<void>;
}

/** Lets the page handle what is waiting before long work goes on. */
export function yieldToMain(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  // Queued with other tasks; nested timers would be delayed by four milliseconds.
  return scheduler?.postTask(() => {}) ?? new Promise((resolve) => setTimeout(resolve));
}
