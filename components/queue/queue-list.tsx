import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Entry } from '../../utils/domain/entry';
import type { Library } from '../../utils/library';
import { Empty } from '../ui/empty';
import { VirtualList } from '../virtual-list/virtual-list';
import { QueueRow } from './queue-row';

/** Height of a row with one line of title and one of tags; the first is larger. */
const ROW = 62;

/** The queue in the reader's own order; the next one to read is larger. */
export function QueueList({ library }: { library: Library }) {
  const queue = library.queue.value;
  const [said, setSaid] = useState('');
  const list = useRef<HTMLDivElement | null>(null);
  const follow = useMoved(list, queue);
  const move = async (entry: Entry, place: number) => {
    const rest = queue.filter((one) => one.url !== entry.url);
    const to = Math.max(0, Math.min(rest.length, place));
    if (queue.indexOf(entry) === to) return;
    follow(entry.url);
    if (!(await library.move(entry.url, rest[to]?.url))) return follow(undefined);
    setSaid(i18n.t('queue.place', [entry.title, String(to + 1), String(queue.length)]));
  };
  if (library.state.value === 'refused') return null;
  if (!library.isQueueKnown.value) return <Empty isLoading>{i18n.t('common.loading')}</Empty>;
  if (queue.length === 0) return <Empty>{i18n.t('queue.empty')}</Empty>;
  return (
    <>
      <div ref={list}>
        <VirtualList items={queue} keyOf={({ url }) => url} estimate={ROW} ordered={i18n.t('queue.title')}>
          {(entry, spot, index) => (
            <QueueRow
              key={entry.url}
              entry={entry}
              spot={spot}
              place={index}
              of={queue.length}
              library={library}
              onMove={(place) => void move(entry, place)}
              onDrop={(url, place) => {
                const dropped = library.entries.value.get(url);
                if (dropped) void move(dropped, place);
              }}
            />
          )}
        </VirtualList>
      </div>
      <p class="unseen" role="status">
        {said}
      </p>
    </>
  );
}

/** Keeps the focus on a moved row, and scrolls to it, once the queue was read again. */
function useMoved(
  list: RefObject<HTMLElement | null>,
  queue: readonly Entry[],
): (url: string | undefined) => void {
  const moved = useRef<{ url: string; from: number } | undefined>(undefined);
  const placeOf = (wanted: string) => queue.findIndex(({ url }) => url === wanted);
  useLayoutEffect(() => {
    if (!moved.current || placeOf(moved.current.url) === moved.current.from) return;
    const row = list.current?.querySelector(`[data-url="${CSS.escape(moved.current.url)}"]`);
    row?.querySelector<HTMLElement>('[data-grip]')?.focus();
    row?.scrollIntoView({ block: 'nearest' });
    moved.current = undefined;
  }, [queue]);
  return (url) => {
    moved.current = url === undefined ? undefined : { url, from: placeOf(url) };
  };
}
