import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ShelvingChange } from '../../utils/db/entries';
import type { Entry, TagCount } from '../../utils/domain/entry';
import type { NoteChange } from '../../utils/library/kept-note';
import { TYPED } from '../../utils/library/recovery/restore-unsaved-notes';
import { clearUnsaved, readUnsaved, saveUnsaved } from '../../utils/storage/unsaved-text';
import { TagField } from '../tag-field/tag-field-view';
import { keyOf } from '../ui/key-of';
import styles from './entry-editor.module.css';
import { useKeptNote } from './use-note';

interface EntryEditorProps {
  entry: Entry;
  known: TagCount[];
  onShelve(url: string, change: ShelvingChange): Promise<unknown>;
  onNote(url: string, change: NoteChange): Promise<string | undefined>;
  onClose(): void;
}

/** Tags and note of an entry, edited in place. Both are saved as they are typed, without a button. */
export function EntryEditor({ entry, known, onShelve, onNote, onClose }: EntryEditorProps) {
  const [typed, setTyped] = useTyped(entry.url);
  const note = useKeptNote(entry.url, entry.note ?? '', (change) => onNote(entry.url, change));
  const setTags = (tags: string[]) =>
    void onShelve(entry.url, {
      addTags: tags.filter((tag) => !entry.tags.includes(tag)),
      removeTags: entry.tags.filter((tag) => !tags.includes(tag)),
    });
  const first = useRef<HTMLDivElement>(null);
  // At once: a later focus would take over what is typed into the note.
  useLayoutEffect(() => first.current?.querySelector('input')?.focus(), []);
  return (
    <div
      class={styles.editor}
      ref={first}
      // The virtual list keeps the row this is in.
      data-open
      onKeyDown={(event) => {
        const key = keyOf(event);
        const isDone = key === 'Escape' || (key === 'Enter' && (event.ctrlKey || event.metaKey));
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
        {...note}
      />
      <button type="button" class="outlined" onClick={onClose}>
        {i18n.t('post.done')}
      </button>
    </div>
  );
}

/** Text typed into the tag field and not yet a tag; restored when the editor opens again. */
function useTyped(url: string): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(readUnsaved(TYPED + url) ?? '');
  const set = (next: string) => {
    setTyped(next);
    if (next) saveUnsaved(TYPED + url, next);
    else clearUnsaved(TYPED + url);
  };
  return [typed, set];
}
