import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Entry, TagCount } from '../../utils/domain/entry';
import { type Highlight, hitsIn, inProse, pieceAround } from '../../utils/search/highlight';
import { PageLink } from '../page/page-link';
import { Byline } from '../ui/byline';
import { marked } from '../ui/highlighted';
import { GAP, phrase } from '../ui/phrase';
import { Tick } from '../ui/tick';
import type { RowPlace } from '../virtual-list/virtual-list';
import { Actions, type EntryActions, states } from './entry-actions';
import { EntryEditor } from './entry-editor-lazy';
import styles from './entry-row.module.css';

interface EntryRowProps extends EntryActions {
  entry: Entry;
  /** What to highlight. */
  highlight: Highlight;
  /** Excerpt and note are loaded too. */
  isWhole: boolean;
  place: RowPlace;
  ticked: boolean;
  /** It or another one is ticked. */
  isTicking: boolean;
  onTick(url: string, isRange: boolean): void;
  known: TagCount[];
}

/** A saved post: title, author, date, tags; its actions behind ⋯ and on keys. */
export function EntryRow(props: EntryRowProps) {
  const { entry, highlight, place, ticked, isTicking, isWhole, known } = props;
  const [open, setOpen] = useState<Opened>(undefined);
  // Most rows are only looked at: their buttons are made when they first get the focus.
  const [isVisited, setVisited] = useState(false);
  // A row that only moves is not rendered again. Its parts are functions, not components: many rows render at each key.
  const content = useMemo(
    () => contentOf({ ...props, open, onOpen: setOpen, isVisited }),
    [entry, highlight, ticked, isWhole, known, open, isVisited],
  );
  return (
    <li
      {...place}
      class={isTicking ? `${styles.row} ${styles.ticking}` : styles.row}
      data-row
      data-visited={isVisited || open ? '' : undefined}
      onFocusIn={() => setVisited(true)}
    >
      {content}
    </li>
  );
}

type Opened = 'actions' | 'editor' | undefined;

interface ContentProps extends EntryRowProps {
  open: Opened;
  onOpen(open: Opened): void;
  isVisited: boolean;
}

function contentOf({ open, onOpen, isVisited, ...props }: ContentProps) {
  const { entry, highlight } = props;
  const flip = (what: Opened) => onOpen(open === what ? undefined : what);
  return (
    <>
      <div class={styles.line}>
        {Tick({
          class: styles.tick,
          ticked: props.ticked,
          name: tickOf(entry.title),
          onTick: (isRange) => props.onTick(entry.url, isRange),
        })}
        {PageLink({
          url: entry.url,
          lang: 'zh-CN',
          class: entry.readAt ? `${styles.title} ${styles.read}` : styles.title,
          children: marked(entry.title, highlight),
        })}
        <button
          type="button"
          class={`${styles.more} dots`}
          aria-expanded={open !== undefined}
          aria-label={actionsOf(entry.title)}
          onClick={() => flip('actions')}
        />
      </div>
      {Byline({ class: styles.inset, post: entry, tags: entry.tags, highlight, children: states(entry) })}
      {foundIn(entry, highlight)}
      {entry.note && open !== 'editor' && (
        <p class={`${styles.note} ${styles.inset}`}>{marked(entry.note, inProse(highlight))}</p>
      )}
      {(isVisited || open) && <Actions {...props} hidden={!open} onEdit={() => flip('editor')} />}
      {open === 'editor' && props.isWhole && <EntryEditor {...props} onClose={() => onOpen(undefined)} />}
    </>
  );
}

const actionsOf = phrase(() => i18n.t('post.actions', [GAP]));
const tickOf = phrase(() => i18n.t('post.tick', [GAP]));

/** The part of the excerpt with a word that is not in the title. */
function foundIn({ title, excerpt = '' }: Entry, highlight: Highlight) {
  const { words, fold } = inProse(highlight);
  const more = { words: words.filter((word) => hitsIn(title, { words: [word], fold }).length === 0), fold };
  const piece = pieceAround(excerpt, more);
  if (piece === undefined) return null;
  return (
    <p class={`${styles.excerpt} ${styles.inset}`} lang="zh-CN">
      {marked(piece, inProse(highlight))}
    </p>
  );
}
