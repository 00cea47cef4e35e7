import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ShelvingChange } from '../utils/db/entries';
import type { Entry, TagCount } from '../utils/entry';
import { hold, jot, readJot, strike } from '../utils/jottings';
import { NOTE, TYPED } from '../utils/library/recover';
import styles from './entry-editor.module.css';
import { TagField } from './tag-field-view';

export interface EntryEditorProps {
  entry: Entry;
  known: TagCount[];
  onShelve(url: string, change: ShelvingChange): Promise<unknown>;
  onClose(): void;
}

/** Tags and note of an entry, edited in place. What is typed is kept as it is typed: nothing waits for a button. */
export function EntryEditor({ entry, known, onShelve, onClose }: EntryEditorProps) {
  const [typed, setTyped] = useTyped(entry.url);
  const [note, setNote] = useKeptNote(entry.url, entry.note ?? '', (text) =>
    onShelve(entry.url, { note: text }),
  );
  const setTags = (tags: string[]) =>
    void onShelve(entry.url, {
      addTags: tags.filter((tag) => !entry.tags.includes(tag)),
      removeTags: entry.tags.filter((tag) => !tags.includes(tag)),
    });
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector('input')?.focus(), []);
  return (
    <div
      class={styles.editor}
      ref={first}
      // A long list keeps the row it is in.
      data-open
      onKeyDown={(event) => {
        const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
        if (isDone) onClose();
      }}
    >
      <TagField
        tags={entry.tags}
        typed={typed}
        known={known}
        about={entry}
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

/** A note that is kept as it is typed: one write at a time, and the last of what was typed meanwhile after it. */
function useKeptNote(
  url: string,
  initial: string,
  keep: (text: string) => Promise<unknown>,
): [string, (text: string) => void] {
  const [text, setText] = useState(readJot(NOTE + url) ?? initial);
  const latest = useRef({ text, kept: initial, busy: false });
  useHold(NOTE + url);
  const write = async () => {
    const state = latest.current;
    if (state.busy) return;
    state.busy = true;
    while (state.text !== state.kept) {
      const asked = state.text;
      // What could not be kept is said; the next letter tries again.
      if ((await keep(asked)) === false) break;
      state.kept = asked;
      strike(NOTE + url, asked);
    }
    state.busy = false;
  };
  const set = (next: string) => {
    jot(NOTE + url, next);
    latest.current.text = next;
    setText(next);
    void write();
  };
  return [text, set];
}

/** While this is open, no other window takes up what is jotted here. */
function useHold(name: string): void {
  useEffect(() => {
    const open = new AbortController();
    hold(name, open.signal);
    return () => open.abort();
  }, [name]);
}

/** Text typed into the tag field and not yet a tag: it is there again when the editor opens again. */
function useTyped(url: string): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(readJot(TYPED + url) ?? '');
  const set = (next: string) => {
    setTyped(next);
    if (next) jot(TYPED + url, next);
    else strike(TYPED + url);
  };
  return [typed, set];
}
