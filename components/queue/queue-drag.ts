import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface DragOptions {
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
  const [edge, setEdge] = useState<'before' | 'after' | undefined>(undefined);
  const latest = useRef({ place, onDrop });
  latest.current = { place, onDrop };
  useEffect(() => {
    const [element, dragHandle] = [row.current, handle.current];
    if (!element || !dragHandle) return;
    const edgeAt = (y: number) => {
      const box = element.getBoundingClientRect();
      return y < box.top + box.height / 2 ? 'before' : 'after';
    };
    return combine(
      draggable({ element, dragHandle, getInitialData: () => ({ url, from: latest.current.place }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => typeof source.data.url === 'string' && source.data.url !== url,
        onDrag: ({ location }) => setEdge(edgeAt(location.current.input.clientY)),
        onDragLeave: () => setEdge(undefined),
        onDrop({ source, location }) {
          setEdge(undefined);
          const { from, url: dropped } = source.data;
          if (typeof dropped !== 'string' || typeof from !== 'number') return;
          const after = edgeAt(location.current.input.clientY) === 'after' ? 1 : 0;
          // Places are counted without the dragged row.
          const to = latest.current.place + after - (from < latest.current.place ? 1 : 0);
          latest.current.onDrop(dropped, to);
        },
      }),
    );
  }, [url]);
  return { row, handle, edge };
}
