import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { caretIn } from '../../utils/domain/merge-text';
import { KeptNote, type NoteChange } from '../../utils/library/kept-note';

/** The field of a note while it is open: saved as it is typed, and merged with what other windows write. */
export function useKeptNote(
  url: string,
  stored: string,
  save: (change: NoteChange) => Promise<string | undefined>,
) {
  const ref = useRef<HTMLTextAreaElement>(null);
  const latest = useRef(save);
  latest.current = save;
  const caret = useRef<{ start: number; end: number }>(undefined);
  const [value, setValue] = useState(stored);
  const [note] = useState(
    () =>
      new KeptNote({
        url,
        note: stored,
        save: (change) => latest.current(change),
        onText(next) {
          const { value: before = '', selectionStart = 0, selectionEnd = 0 } = ref.current ?? {};
          caret.current = {
            start: caretIn(next, before, selectionStart),
            end: caretIn(next, before, selectionEnd),
          };
          setValue(next);
        },
      }),
  );
  useEffect(() => {
    const life = new AbortController();
    void note.open(life.signal);
    return () => life.abort();
  }, [note]);
  useEffect(() => note.follow(stored), [stored]);
  // Setting the value would move the caret to its end.
  useLayoutEffect(() => {
    if (caret.current) ref.current?.setSelectionRange(caret.current.start, caret.current.end);
    caret.current = undefined;
  }, [value]);
  return {
    ref,
    value,
    onInput({ currentTarget }: { currentTarget: HTMLTextAreaElement }) {
      setValue(currentTarget.value);
      note.type(currentTarget.value);
    },
    onCompositionStart: () => note.compose(true),
    onCompositionEnd: () => note.compose(false),
  };
}
