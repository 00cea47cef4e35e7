import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ShelvingChange } from '../utils/db/entries';
import type { Entry, TagCount } from '../utils/entry';
import styles from './entry-editor.module.css';
import { TagField } from './tag-field-view';

export interface EntryEditorProps {
  entry: Entry;
  known: TagCount[];
  onShelve(url: string, change: ShelvingChange): void;
  onClose(): void;
}

/** How long typing pauses before the note is kept, in milliseconds. */
const PAUSE = 400;

/** Tags and note of an entry, edited in place. What is typed is kept as it is typed: nothing waits for a button. */
export function EntryEditor({ entry, known, onShelve, onClose }: EntryEditorProps) {
  const [typed, setTyped] = useState('');
  const [note, setNote] = useKeptText(entry.note ?? '', (text) => onShelve(entry.url, { note: text }));
  const setTags = (tags: string[]) =>
    onShelve(entry.url, {
      addTags: tags.filter((tag) => !entry.tags.includes(tag)),
      removeTags: entry.tags.filter((tag) => !tags.includes(tag)),
    });
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector('input')?.focus(), []);
  return (
    <div
      class={styles.editor}
      ref={first}
      onKeyDown={(event) => {
        const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
        if (isDone) onClose();
      }}
    >
      <TagField
        tags={entry.tags}
        typed={typed}
        known={known}
        label={i18n.t('post.tagsOf', [entry.title])}
        placeholder={i18n.t('common.addTags')}
        onTags={setTags}
        onTyped={setTyped}
        onSubmit={onClose}
      />
      <textarea
        rows={3}
        aria-label={i18n.t('post.noteOf', [entry.title])}
        placeholder={i18n.t('post.note')}
        value={note}
        onInput={(event) => setNote(event.currentTarget.value)}
      />
      <button type="button" class="outlined" onClick={onClose}>
        {i18n.t('post.done')}
      </button>
    </div>
  );
}

/** Text that is kept when typing pauses, and at the latest when it goes out of sight. */
function useKeptText(initial: string, keep: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(initial);
  const latest = useRef({ text, keep, kept: initial });
  latest.current.keep = keep;
  const flush = () => {
    const { text: now, kept } = latest.current;
    if (now !== kept) latest.current.keep(now);
    latest.current.kept = now;
  };
  useEffect(() => {
    const timer = setTimeout(flush, PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, []);
  const set = (next: string) => {
    latest.current.text = next;
    setText(next);
  };
  return [text, set];
}
