import type { ComponentChildren } from 'preact';
import type { List } from '../../utils/runtime/lazy-list';
import { useVirtualizer } from './use-virtualizer';
import styles from './virtual-list.module.css';
import type { VirtualOptions } from './virtualizer';

/** The attributes a row's `<li>` must have. */
export interface RowPlace {
  style: { top: string };
  'data-index': number;
  /** The number of its element; with `data-visited` the element is not reused for another row. */
  'data-slot': number;
  'aria-setsize': number;
  'aria-posinset': number;
}

interface VirtualListProps<T> extends VirtualOptions<NoInfer<T>> {
  items: List<T>;
  /** The label of an ordered list. */
  ordered?: string;
  children(item: NoInfer<T>, place: RowPlace, index: number): ComponentChildren;
}

/** A list of any length: renders only the visible rows, those near them, and the one with the focus. */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { items, ordered, box, children } = props;
  const { rows, height, slots, attach } = useVirtualizer(props);
  const List = ordered === undefined ? 'ul' : 'ol';
  const content = (
    <List
      ref={attach}
      class={styles.list}
      style={{ height: `${height}px` }}
      {...(ordered !== undefined && { 'aria-label': ordered })}
    >
      {rows.map(({ index, top }, n) => {
        // The cast: a rendered row is always one of the items.
        const item = items.at(index) as T;
        const place = {
          style: { top: `${top}px` },
          'data-index': index,
          'data-slot': slots[n] ?? index,
        };
        return children(item, { ...place, 'aria-setsize': items.length, 'aria-posinset': index + 1 }, index);
      })}
    </List>
  );
  return box === undefined ? content : <div class={box}>{content}</div>;
}
