import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TagCount } from '../utils/entry';
import { splitTags, suggestTags, uniqueTags } from '../utils/tag';

export interface TagFieldProps {
  tags: string[];
  /** Text typed and not yet a tag. */
  typed: string;
  /** The reader's own tags, most used first. */
  known: TagCount[];
  label: string;
  placeholder?: string;
  /** Suggestions open above the field: for a field at the foot of a surface. */
  upward?: boolean;
  onTags(tags: string[]): void;
  onTyped(text: string): void;
  /** Enter in an empty field. */
  onSubmit?(): void;
}

const MOST = 8;

/** Tags as they are chosen, and a field with the reader's own tags to choose from (ARIA combobox). */
export function TagField(props: TagFieldProps) {
  const { tags, typed, known, label, placeholder, upward, onTags, onTyped } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const offered = open ? suggestTags(known, typed, tags, MOST) : [];
  const close = () => {
    setOpen(false);
    setAt(-1);
  };
  const add = (text: string) => {
    onTags(uniqueTags([...tags, ...splitTags(text)]));
    onTyped('');
    close();
  };
  const type = (text: string) => {
    const parts = /[,，、;；\n]/.test(text) ? text.split(/[,，、;；\n]/) : undefined;
    if (parts) onTags(uniqueTags([...tags, ...parts.slice(0, -1)]));
    onTyped(parts ? (parts.at(-1) ?? '') : text);
    setOpen(true);
    setAt(-1);
  };
  const choose = (step: number) => {
    setOpen(true);
    const count = suggestTags(known, typed, tags, MOST).length;
    if (count > 0) setAt((at + step + count + (at < 0 && step < 0 ? 1 : 0)) % count);
  };
  const press = (event: KeyboardEvent) => {
    // The input method has its own Enter and arrows.
    if (event.isComposing) return;
    const done = keyOf(event.key, { ...props, at, offered, open, add, choose, close });
    if (done) event.preventDefault();
  };
  return (
    <div class={upward ? 'tag-field tag-field-upward' : 'tag-field'}>
      {tags.map((tag) => (
        <span class="tag-field-tag" key={tag}>
          <span>{tag}</span>
          <button
            type="button"
            aria-label={i18n.t('common.removeTag', [tag])}
            onClick={() => onTags(tags.filter((one) => one !== tag))}
          >
            ×
          </button>
        </span>
      ))}
      <input
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={offered.length > 0}
        aria-controls={`${id}list`}
        aria-autocomplete="list"
        aria-activedescendant={offered[at] === undefined ? undefined : `${id}${at}`}
        autocomplete="off"
        enterkeyhint="done"
        placeholder={tags.length ? '' : (placeholder ?? label)}
        value={typed}
        onInput={(event) => type(event.currentTarget.value)}
        onFocus={() => setOpen(true)}
        onBlur={close}
        onKeyDown={press}
      />
      <div
        class="tag-field-list"
        role="listbox"
        id={`${id}list`}
        aria-label={label}
        hidden={offered.length === 0}
      >
        {offered.map((tag, index) => (
          <div
            key={tag}
            id={`${id}${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onPointerDown={(event) => {
              // Before the field loses the focus and the list closes.
              event.preventDefault();
              if (event.isTrusted) add(tag);
            }}
          >
            <span>{tag}</span>
            <span class="tag-field-count">{known.find((one) => one.tag === tag)?.count}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

interface Field extends TagFieldProps {
  at: number;
  offered: string[];
  open: boolean;
  add(text: string): void;
  choose(step: number): void;
  close(): void;
}

/** What a key does in the field; false where it is the browser's. */
function keyOf(key: string, field: Field): boolean {
  const { tags, typed, at, offered, onTags, onSubmit, add, choose, close } = field;
  const chosen = offered[at];
  if (key === 'ArrowDown' || key === 'ArrowUp') choose(key === 'ArrowDown' ? 1 : -1);
  else if (key === 'Enter' && chosen !== undefined) add(chosen);
  else if (key === 'Enter' && typed.trim()) add(typed);
  else if (key === 'Enter') onSubmit?.();
  else if (key === 'Escape' && offered.length > 0) close();
  else if (key === 'Backspace' && typed === '' && tags.length > 0) {
    onTags(tags.slice(0, -1));
    return true;
  } else return false;
  return true;
}
