import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Task } from '../../utils/db/batches';
import type { ShelvingChange } from '../../utils/db/entries';
import { splitTags, uniqueTags } from '../../utils/domain/tag';
import type { ChangeModel } from '../../utils/library/models/changes';
import type { FilteredModel } from '../../utils/library/models/filtered';
import type { TagModel } from '../../utils/library/models/tags';
import styles from '../filter/filter-bar.module.css';
import { TagField } from '../tag-field/tag-field-view';
import { TaskProgress } from '../ui/task-progress';
import { useTask } from '../ui/use-task';

type BulkModel = FilteredModel & TagModel & ChangeModel;

/** Actions for all ticked entries, or else all that the filter found; each is one step that can be undone. */
export function Bulk({ library }: { library: BulkModel }) {
  const { shown, chosen, ticked, filter } = library;
  const [open, setOpen] = useState(false);
  const isTicked = chosen.value.length > 0;
  const count = isTicked ? chosen.value.length : shown.value.length;
  const isShown = isTicked || (count > 0 && filter.value.trim() !== '');
  // Closed when it is shown next.
  useEffect(() => {
    if (!isShown) setOpen(false);
  }, [isShown]);
  const tickAll = (all: boolean) => {
    ticked.value = new Set(all ? shown.value : []);
  };
  return (
    <>
      {isShown && (
        <button type="button" class={styles.chip} aria-expanded={open} onClick={() => setOpen(!open)}>
          {i18n.t(isTicked ? 'bulk.ticked' : 'bulk.open', [String(count)])}
        </button>
      )}
      {isTicked && count < shown.value.length && (
        <button type="button" class={styles.chip} onClick={() => tickAll(true)}>
          {i18n.t('bulk.all', [String(shown.value.length)])}
        </button>
      )}
      {isTicked && (
        <button type="button" class={styles.chip} onClick={() => tickAll(false)}>
          {i18n.t('bulk.none')}
        </button>
      )}
      {/* Always there: some screen readers skip a status that is added together with its text. */}
      <span class="unseen" role="status">
        {isTicked && i18n.t('bulk.ticked', [String(count)])}
      </span>
      {isShown && open && <BulkActions library={library} isTicked={isTicked} />}
    </>
  );
}

function BulkActions({ library, isTicked }: { library: BulkModel; isTicked: boolean }) {
  const [tags, setTags] = useState<string[]>([]);
  const [typed, setTyped] = useState('');
  const { progress, run, cancel } = useTask();
  const busy = progress !== undefined;
  const chosen = uniqueTags([...tags, ...splitTags(typed)]);
  /** For the entries found when it begins, even if the change makes the filter find others. */
  const doAll = async (work: (urls: string[], task: Task) => Promise<boolean>) => {
    const chosenNow = library.chosen.peek();
    const urls = [...(chosenNow.length > 0 ? chosenNow : library.shown.peek())];
    const isDone = await run((task) => work(urls, task));
    if (!isDone) return;
    setTags([]);
    setTyped('');
  };
  const shelve = (change: ShelvingChange) => () =>
    void doAll((urls, task) => library.shelve(urls, change, task));
  const verb = (words: string, onClick: () => void, off = false) => (
    <button type="button" disabled={busy || off} onClick={onClick}>
      {words}
    </button>
  );
  return (
    <div
      class={`bulk ${styles.bulk}`}
      role="group"
      aria-label={i18n.t(isTicked ? 'bulk.titleTicked' : 'bulk.title')}
      aria-busy={busy}
    >
      <TagField
        tags={tags}
        typed={typed}
        known={library.tags.value}
        label={i18n.t(isTicked ? 'bulk.tagsTicked' : 'bulk.tags')}
        placeholder={i18n.t('common.addTags')}
        onTags={setTags}
        onTyped={setTyped}
        onSubmit={shelve({ addTags: chosen })}
      />
      {verb(i18n.t('bulk.add'), shelve({ addTags: chosen }), chosen.length === 0)}
      {verb(i18n.t('bulk.drop'), shelve({ removeTags: chosen }), chosen.length === 0)}
      {verb(i18n.t('post.queue'), shelve({ queued: true }))}
      {verb(i18n.t('post.read'), shelve({ read: true }))}
      {verb(i18n.t('post.archive'), shelve({ archived: true }))}
      {verb(i18n.t('post.remove'), () => void doAll((urls, task) => library.remove(urls, task)))}
      {progress && <TaskProgress {...progress} label={i18n.t('bulk.busy')} onCancel={cancel} />}
    </div>
  );
}
