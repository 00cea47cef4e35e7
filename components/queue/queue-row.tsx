import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Entry } from '../../utils/domain/entry';
import { ageOf } from '../../utils/domain/format-date';
import type { ChangeModel } from '../../utils/library/models/changes';
import type { QueueModel } from '../../utils/library/models/queue';
import type { TagModel } from '../../utils/library/models/tags';
import { EntryEditor } from '../library/entry-editor-lazy';
import { PageLink } from '../page/page-link';
import { Byline } from '../ui/byline';
import { Icon } from '../ui/icon';
import { keyOf } from '../ui/key-of';
import type { RowPlace } from '../virtual-list/virtual-list';
import { QueueActions } from './queue-actions';
import { useDragged } from './queue-drag';
import styles from './queue-list.module.css';

interface QueueRowProps {
  entry: Entry;
  /** Where the row is drawn. */
  spot: RowPlace;
  /** Its position in the queue, from 0. */
  place: number;
  of: number;
  library: QueueModel & ChangeModel & Pick<TagModel, 'tags'>;
  /** Moves it to this position. */
  onMove(place: number): void;
  /** Another row was dropped here. */
  onDrop(url: string, place: number): void;
}

/** One entry of the queue: moved by its handle or by Alt and an arrow; the first shows its actions. */
export function QueueRow({ entry, spot, place, of, library, onMove, onDrop }: QueueRowProps) {
  const [open, setOpen] = useState<'actions' | 'editor' | undefined>(undefined);
  const { row, handle, edge } = useDragged({ url: entry.url, place, onDrop });
  const isFirst = place === 0;
  const press = (event: KeyboardEvent) => {
    const step = stepOf(event);
    if (!step) return;
    event.preventDefault();
    onMove(place + step);
  };
  return (
    <li
      {...spot}
      ref={row}
      class={classes(isFirst && styles.next, edge && styles[edge])}
      data-row
      data-url={entry.url}
      onKeyDown={press}
    >
      <Grip title={entry.title} place={place} of={of} handle={handle} />
      <div class={styles.body}>
        <Details entry={entry} isFirst={isFirst} />
        <QueueActions
          entry={entry}
          library={library}
          hidden={!isFirst && !open}
          isFirst={isFirst}
          onEdit={() => setOpen('editor')}
        />
        {open === 'editor' && (
          <EntryEditor
            entry={entry}
            known={library.tags.value}
            onShelve={(url, change) => library.shelve([url], change)}
            onNote={library.note}
            onClose={() => setOpen(undefined)}
          />
        )}
      </div>
      {!isFirst && (
        <More
          title={entry.title}
          open={open !== undefined}
          onOpen={(next) => setOpen(next ? 'actions' : undefined)}
        />
      )}
    </li>
  );
}

/** The handle to drag the row by; its label gives the position. */
function Grip({
  title,
  place,
  of,
  handle,
}: {
  title: string;
  place: number;
  of: number;
  handle: Ref<HTMLButtonElement>;
}) {
  return (
    <button
      type="button"
      ref={handle}
      class={styles.grip}
      data-grip
      aria-label={i18n.t('queue.move', [title, String(place + 1), String(of)])}
      title={i18n.t('queue.moveHelp')}
    >
      <Icon name="grip" />
    </button>
  );
}

/** The entry as a row shows it; the first shows more. */
function Details({ entry, isFirst }: { entry: Entry; isFirst: boolean }) {
  return (
    <>
      {isFirst && <p class={styles.label}>{i18n.t('queue.next')}</p>}
      <PageLink url={entry.url} lang="zh-CN" class={styles.title}>
        {entry.title}
      </PageLink>
      <Byline
        post={entry}
        tags={entry.tags}
        age={ageOf(entry.savedAt, Date.now(), document.documentElement.lang)}
      />
      {isFirst && entry.excerpt && (
        <p class={styles.excerpt} lang="zh-CN">
          {entry.excerpt}
        </p>
      )}
      {entry.note && <p class={styles.note}>{entry.note}</p>}
    </>
  );
}

function classes(...more: (string | false | undefined)[]): string {
  return [styles.row, ...more].filter(Boolean).join(' ');
}

/** Alt and an arrow move the row by one place. */
function stepOf(event: KeyboardEvent): number {
  return event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 }[keyOf(event)] ?? 0) : 0;
}

/** Shows and hides the actions of a row. */
function More({ title, open, onOpen }: { title: string; open: boolean; onOpen(open: boolean): void }) {
  return (
    <button
      type="button"
      class={`${styles.more} dots`}
      aria-expanded={open}
      aria-label={i18n.t('post.actions', [title])}
      onClick={() => onOpen(!open)}
    />
  );
}
