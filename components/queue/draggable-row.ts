import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';

/** The side of a row on which another one would be put. */
export type Edge = 'before' | 'after';

interface DraggableRow {
  element: HTMLElement;
  dragHandle: HTMLElement;
  url: string;
  /** Its place now, from 0, and what happens when another row was dropped and should move to a place. */
  latest: { current: { place: number; onDrop(url: string, place: number): void } };
  onEdge(edge: Edge | undefined): void;
}

/** Makes a row one that can be dragged by its handle, and onto which other rows can be dropped. */
export function makeDraggable(options: DraggableRow, signal: AbortSignal): void {
  const { element, dragHandle, url, latest, onEdge } = options;
  const edgeAt = (y: number): Edge => {
    const box = element.getBoundingClientRect();
    return y < box.top + box.height / 2 ? 'before' : 'after';
  };
  const release = combine(
    draggable({ element, dragHandle, getInitialData: () => ({ url, from: latest.current.place }) }),
    dropTargetForElements({
      element,
      canDrop: ({ source }) => typeof source.data.url === 'string' && source.data.url !== url,
      onDrag: ({ location }) => onEdge(edgeAt(location.current.input.clientY)),
      onDragLeave: () => onEdge(undefined),
      onDrop({ source, location }) {
        onEdge(undefined);
        const { from, url: dropped } = source.data;
        if (typeof dropped !== 'string' || typeof from !== 'number') return;
        const after = edgeAt(location.current.input.clientY) === 'after' ? 1 : 0;
        // Places are counted without the dragged row.
        latest.current.onDrop(dropped, latest.current.place + after - (from < latest.current.place ? 1 : 0));
      },
    }),
  );
  signal.addEventListener('abort', release);
}
