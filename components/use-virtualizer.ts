import { useLayoutEffect, useReducer, useState } from 'preact/hooks';
import { Virtualizer, type VirtualOptions } from './virtualizer';

interface Virtual {
  /** Rows to be made, and where each stands in the list, in CSS pixels. */
  rows: { index: number; top: number }[];
  height: number;
  /** Given to each row as its `ref`. */
  measure(element: HTMLLIElement | null): void;
  /** Given to the list as its `ref`. */
  attach(element: HTMLElement | null): void;
}

/** What of a long list is to be made; asks for another look when that changes. */
export function useVirtualizer<T>(options: VirtualOptions<T>): Virtual {
  const [, again] = useReducer((count: number, _: undefined) => count + 1, 0);
  const [virtual] = useState(() => new Virtualizer<T>(() => again(undefined)));
  virtual.update(options);
  useLayoutEffect(() => virtual.follow(), [virtual]);
  useLayoutEffect(() => virtual.settle());
  return {
    rows: virtual.rows(),
    height: virtual.height,
    measure: virtual.measure,
    attach: virtual.attach,
  };
}
