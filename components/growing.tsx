import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface GrowingProps<T> {
  items: readonly T[];
  /** The list begins anew when this changes. */
  from: unknown;
  children(item: T): ComponentChildren;
}

/** How many rows are made at a time. */
const STEP = 50;

/** A list that makes its rows as they come near: first fifty, then more. */
export function Growing<T>({ items, from, children }: GrowingProps<T>) {
  const [{ count, of }, setCount] = useState({ count: STEP, of: from });
  const shown = of === from ? count : STEP;
  const end = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (seen) => seen.some((one) => one.isIntersecting) && setCount({ count: shown + STEP, of: from }),
      { rootMargin: '600px' },
    );
    if (end.current) observer.observe(end.current);
    return () => observer.disconnect();
  }, [shown, from, items.length > shown]);
  return (
    <ul>
      {items.slice(0, shown).map(children)}
      {items.length > shown && <li ref={end} aria-hidden="true" />}
    </ul>
  );
}
