/** Holds the lock of this name (Web Locks) until the signal: the reader is editing it. */
export function holdLock(name: string, signal: AbortSignal): void {
  const held = new Promise<void>((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  // Aborted before it got the lock.
  void navigator.locks.request(name, { signal }, () => held).catch(() => {});
}

/** Does the work only if nobody is editing what has this name. */
export async function ifUnlocked(name: string, work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}
