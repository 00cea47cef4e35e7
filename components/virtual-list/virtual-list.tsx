import type { ComponentChildren } from 'preact';
import type { List } from '../../utils/runtime/lazy-list';
import { useVirtualizer } from './use-virtualizer';
import styles from './virtual-list.module.css';
import type { VirtualOptions } from './virtualizer';

/** What a row's `<li>` must have to stand in its place. */
export interface RowPlace {
  style: { top: string };
  'data-index': number;
  /** The number of its element, as its key: `data-visited` on it keeps it from being given to another row. */
  'data-slot': number;
  'aria-setsize': number;
  'aria-posinset': number;
}

export interface VirtualListProps<T> extends VirtualOptions<NoInfer<T>> {
  items: List<T>;
  /** Its name, for a list in an order of its own. */
  ordered?: string;
  children(item: NoInfer<T>, place: RowPlace, index: number): ComponentChildren;
}

/** A list of any length: only the rows in sight, those near them, and the one with the focus are made. */
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
        // A row that is shown is one of the items.
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
