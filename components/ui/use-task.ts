import { useRef, useState } from 'preact/hooks';
import type { Course } from '../../utils/db/batches';

export interface LongCourse {
  /** How far it is, while something is done. */
  progress: { done: number; all?: number } | undefined;
  run<T>(work: (course: Course) => Promise<T>): Promise<T>;
  cancel(): void;
}

/** The course of what takes long: one work after another, told while it lasts, and stopped where the reader says so. */
export function useCourse(): LongCourse {
  const [progress, setProgress] = useState<LongCourse['progress']>();
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
