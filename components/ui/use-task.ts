import { useRef, useState } from 'preact/hooks';
import type { Task } from '../../utils/db/batches';

export interface RunningTask {
  /** How far it is, while something is done. */
  progress: { done: number; all?: number } | undefined;
  run<T>(work: (task: Task) => Promise<T>): Promise<T>;
  cancel(): void;
}

/** Runs work that takes long: shows how far it is and lets the reader stop it. */
export function useTask(): RunningTask {
  const [progress, setProgress] = useState<RunningTask['progress']>();
  const works = useRef(new Set<AbortController>());
  return {
    progress,
    async run(work) {
      const controller = new AbortController();
      works.current.add(controller);
      setProgress({ done: 0 });
      try {
        const { signal } = controller;
        return await work({
          signal,
          onProgress: (done, all) => setProgress({ done, ...(all !== undefined && { all }) }),
        });
      } finally {
        works.current.delete(controller);
        if (works.current.size === 0) setProgress(undefined);
      }
    },
    cancel() {
      for (const controller of works.current) controller.abort();
    },
  };
}
