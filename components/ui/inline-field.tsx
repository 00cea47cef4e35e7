import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { keyOf } from './key-of';

interface InlineFieldProps {
  label: string;
  initial: string;
  class?: string | undefined;
  /** Called once: with the text on Enter or when the focus leaves, with undefined on Escape. */
  onDone(text: string | undefined): void;
}

/** A field that opens in place of what it changes. */
export function InlineField({ label, initial, class: style, onDone }: InlineFieldProps) {
  const [text, setText] = useState(initial);
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const finish = (result: string | undefined) => {
    // Removing the field blurs it, which would call this a second time.
    if (done.current) return;
    done.current = true;
    onDone(result?.trim() ? result : undefined);
  };
  return (
    <input
      ref={field}
      class={style}
      aria-label={label}
      placeholder={label}
      value={text}
      onInput={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        const key = keyOf(event);
        if (key === 'Enter') finish(text);
        else if (key === 'Escape') finish(undefined);
      }}
      onBlur={() => finish(text)}
    />
  );
}
