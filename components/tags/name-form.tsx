import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TagCount } from '../../utils/domain/entry';
import { suggestionsFor } from '../../utils/search/tags/suggest-tags';
import { keyOf } from '../ui/key-of';
import styles from './tag-manager.module.css';

interface NameFormProps {
  label: string;
  placeholder?: string;
  initial?: string;
  verb: string;
  /** The reader's own tags, most used first. */
  known: TagCount[];
  /** Whether the text is acceptable. */
  isFit(text: string): boolean;
  /** Called with the text on Enter or by the button; with undefined on Escape. */
  onDone(text: string | undefined): void;
}

/** Most names offered at a time. */
const MOST = 8;

/** A field for the name of a tag, with the reader's own tags to choose from, and a button. */
export function NameForm({ label, placeholder, initial = '', verb, known, isFit, onDone }: NameFormProps) {
  const [text, setText] = useState(initial);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const finish = () => {
    if (isFit(text)) onDone(text);
  };
  const press = (event: KeyboardEvent) => {
    const key = keyOf(event);
    if (key === 'Enter') finish();
    else if (key === 'Escape') onDone(undefined);
  };
  return (
    <div class={styles.asked}>
      <input
        ref={field}
        type="text"
        list={id}
        aria-label={label}
        placeholder={placeholder ?? label}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={press}
      />
      <datalist id={id}>
        {offered(known, text).map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <button type="button" class="outlined" disabled={!isFit(text)} onClick={finish}>
        {verb}
      </button>
    </div>
  );
}

function offered(known: TagCount[], typed: string): string[] {
  const none = { recent: [], together: new Map<string, number>(), chosen: [] };
  return suggestionsFor({ ...none, known, typed, limit: MOST }).map(({ tag }) => tag);
}
