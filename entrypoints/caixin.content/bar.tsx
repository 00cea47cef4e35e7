import { render } from 'preact';
import { i18n } from '#i18n';
import { TagField } from '../../components/tag-field';
import type { Draft } from '../../utils/drafts';
import type { TagCount } from '../../utils/entry';
import type { Trouble } from '../../utils/trouble';

export interface BarProps {
  counts: { posts: number; saved: number; ticked: number };
  draft: Draft;
  known: TagCount[];
  /** What happened last, for eyes and for screen readers. */
  said: string;
  trouble?: Trouble | undefined;
  busy: boolean;
  hidden: boolean;
  column: { left: number; width: number };
  onSelect(which: 'all' | 'none' | 'new' | 'invert'): void;
  onDraft(change: Partial<Draft>): void;
  onSave(queue: boolean): void;
  onHide(hidden: boolean): void;
}

/** Narrower columns get the whole width of the window. */
const NARROW = 560;

/** Shows the bar at the foot of the list's column. */
export function showBar(parent: Element, props: BarProps): void {
  render(<Bar {...props} />, parent);
}

function Bar(props: BarProps) {
  const { hidden, column, onHide } = props;
  const isNarrow = column.width < NARROW;
  const style = isNarrow
    ? { left: 0, right: 0 }
    : { left: `${Math.max(0, column.left)}px`, width: `${column.width}px` };
  if (hidden) {
    return (
      <button
        type="button"
        class="pill"
        style={{ left: `${Math.max(8, column.left)}px` }}
        onClick={() => onHide(false)}
      >
        {i18n.t('page.show')}
      </button>
    );
  }
  return (
    <section class="bar" aria-label={i18n.t('page.bar')} style={style}>
      <Counts {...props} />
      <Selects {...props} />
      <Tags {...props} />
      <Verbs {...props} />
      <Said {...props} />
    </section>
  );
}

function Counts({ counts: { posts, saved, ticked } }: BarProps) {
  return <span class="counts">{i18n.t('page.counts', [String(posts), String(saved), String(ticked)])}</span>;
}

function Selects({ onSelect }: BarProps) {
  return (
    <span class="select">
      <button type="button" onClick={() => onSelect('all')}>
        {i18n.t('page.all')}
      </button>
      <button type="button" onClick={() => onSelect('none')}>
        {i18n.t('page.none')}
      </button>
      <button type="button" onClick={() => onSelect('new')}>
        {i18n.t('page.onlyNew')}
      </button>
      <button type="button" onClick={() => onSelect('invert')}>
        {i18n.t('page.invert')}
      </button>
    </span>
  );
}

function Tags({ draft, known, onDraft, onSave }: BarProps) {
  return (
    <div class="fill">
      <TagField
        tags={draft.tags}
        typed={draft.typed}
        known={known}
        label={i18n.t('common.tags')}
        placeholder={i18n.t('common.addTags')}
        upward
        onTags={(tags) => onDraft({ tags })}
        onTyped={(typed) => onDraft({ typed })}
        onSubmit={() => onSave(false)}
      />
    </div>
  );
}

function Verbs({ counts: { ticked }, busy, onSave, onHide }: BarProps) {
  const off = ticked === 0 || busy;
  const why = ticked === 0 ? i18n.t('page.nothingTicked') : undefined;
  return (
    <>
      <button type="button" class="primary" aria-disabled={off} title={why} onClick={() => onSave(false)}>
        {ticked ? i18n.t('page.saveCount', [String(ticked)]) : i18n.t('page.save')}
      </button>
      <button type="button" aria-disabled={off} title={why} onClick={() => onSave(true)}>
        {i18n.t('page.queue')}
      </button>
      <button type="button" onClick={() => onHide(true)}>
        {i18n.t('page.hide')}
      </button>
    </>
  );
}

function Said({ said, trouble }: BarProps) {
  return (
    <div class="said" hidden={!said && !trouble}>
      <div role="status">{said}</div>
      <div role="alert">{trouble && <p class="trouble">{i18n.t(`trouble.${trouble.kind}`)}</p>}</div>
    </div>
  );
}
