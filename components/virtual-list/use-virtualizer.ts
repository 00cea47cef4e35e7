import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { Slots } from './slots';
import { Virtualizer, type VirtualOptions } from './virtualizer';

interface Virtual {
  /** The rows to render, and their positions in CSS pixels. */
  rows: { index: number; top: number }[];
  height: number;
  /** The element numbers of the rows. */
  slots: number[];
  /** Given to the list as its `ref`. */
  attach(element: HTMLElement | null): void;
}

/** The rows of a long list to render; renders again when they change. */
export function useVirtualizer<T>(options: VirtualOptions<T>): Virtual {
  const [, again] = useReducer((count: number, _: undefined) => count + 1, 0);
  const [virtual] = useState(() => new Virtualizer<T>(() => again(undefined)));
  virtual.update(options);
  useLayoutEffect(() => virtual.follow(), [virtual]);
  useLayoutEffect(() => virtual.settle());
  const rows = virtual.rows();
  return {
    rows,
    height: virtual.height,
    slots: useSlots(options, rows, virtual.list),
    attach: virtual.attach,
  };
}

function useSlots<T>(
  { items, keyOf, from }: VirtualOptions<T>,
  rows: { index: number }[],
  list: HTMLElement | undefined,
): number[] {
  const [slots] = useState(() => new Slots());
  const last = useRef(from);
  const isAnew = last.current !== from;
  last.current = from;
  const keys = rows.flatMap(({ index }) => {
    const item = items.at(index);
    return item === undefined ? [] : [keyOf(item)];
  });
  const busy = list?.querySelectorAll<HTMLElement>('[data-visited]') ?? [];
  return slots.assign(keys, isAnew, new Set(Array.from(busy, ({ dataset }) => Number(dataset.slot))));
}
