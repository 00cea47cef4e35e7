import { useEffect, useRef, useState } from 'preact/hooks';
import type { Edge } from './draggable-row';

interface DragOptions {
  url: string;
  /** From 0. */
  place: number;
  /** Another row was dropped and should move to this place. */
  onDrop(url: string, place: number): void;
}

/** A row that can be dragged by its handle, and onto which other rows can be dropped. */
export function useDragged({ url, place, onDrop }: DragOptions) {
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const [edge, setEdge] = useState<Edge | undefined>(undefined);
  const latest = useRef({ place, onDrop });
  latest.current = { place, onDrop };
  useEffect(() => {
    const [element, dragHandle] = [row.current, handle.current];
    if (!element || !dragHandle) return;
    const life = new AbortController();
    // Loaded once there are rows: the queue is shown without it. If that fails, rows are still moved by keys.
    import('./draggable-row').then(
      ({ makeDraggable }) => {
        if (!life.signal.aborted)
          makeDraggable({ element, dragHandle, url, latest, onEdge: setEdge }, life.signal);
      },
      () => {},
    );
    return () => life.abort();
  }, [url]);
  return { row, handle, edge };
}
