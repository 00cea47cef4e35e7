import { effect, type ReadonlySignal, signal as signalOf } from '@preact/signals';
import { loadFold, loadSpelling } from '../search/chinese';
import { type Collation, PLAIN } from '../search/collation';
import type { Parsed } from '../search/parse';
import { termsOf } from '../search/query';
import { spelledWord } from '../search/spelling';

/** How a library's texts are read: with simplified and traditional signs soon, with pinyin once a filter may be that. */
export function keepCollation(
  parsed: ReadonlySignal<Parsed>,
  signal: AbortSignal,
): ReadonlySignal<Collation> {
  const collation = signalOf<Collation>(PLAIN);
  const mend = (more: Partial<Collation>) => {
    if (!signal.aborted) collation.value = { ...collation.peek(), ...more };
  };
  // What cannot be loaded is not there: then signs are compared as they are.
  loadFold().then(
    (fold) => mend({ fold }),
    () => {},
  );
  const stop = effect(() => {
    const terms = [...termsOf(parsed.value.query)];
    if (!terms.some((term) => term.kind === 'text' && spelledWord(term.text))) return;
    loadSpelling().then(
      (spelling) => mend({ spelling }),
      () => {},
    );
    queueMicrotask(() => stop());
  });
  signal.addEventListener('abort', stop, { once: true });
  return collation;
}
