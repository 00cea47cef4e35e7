import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ShelvingChange } from '../utils/db/entries';
import type { Library } from '../utils/library';
import { splitTags, uniqueTags } from '../utils/tag';
import styles from './filter-bar.module.css';
import { TagField } from './tag-field-view';

/** What can be done to everything the filter found, each as one step that can be undone. */
export function Bulk({ library }: { library: Library }) {
  const [open, setOpen] = useState(false);
  const count = library.shown.value.length;
  if (count === 0) return null;
  return (
    <>
      <button type="button" class={styles.chip} aria-expanded={open} onClick={() => setOpen(!open)}>
        {i18n.t('bulk.open', [String(count)])}
      </button>
      {open && <Verbs library={library} />}
    </>
  );
}

function Verbs({ library }: { library: Library }) {
  const [tags, setTags] = useState<string[]>([]);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const chosen = uniqueTags([...tags, ...splitTags(typed)]);
  /** To those that were found when it began, whatever it makes the filter find next. */
  const doAll = async (work: (urls: string[]) => Promise<boolean>) => {
    setBusy(true);
    const isDone = await work([...library.shown.peek()]);
    setBusy(false);
    if (!isDone) return;
    setTags([]);
    setTyped('');
  };
  const shelve = (change: ShelvingChange) => () => void doAll((urls) => library.shelve(urls, change));
  const verb = (words: string, onClick: () => void, off = false) => (
    <button type="button" disabled={busy || off} onClick={onClick}>
      {words}
    </button>
  );
  return (
    <div class={styles.bulk} role="group" aria-label={i18n.t('bulk.title')} aria-busy={busy}>
      <TagField
        tags={tags}
        typed={typed}
        known={library.tags.value}
        label={i18n.t('bulk.tags')}
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
      {verb(i18n.t('post.remove'), () => void doAll((urls) => library.remove(urls)))}
      {busy && <span role="status">{i18n.t('bulk.busy')}</span>}
    </div>
  );
}
