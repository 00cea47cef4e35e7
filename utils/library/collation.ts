import { effect, type ReadonlySignal, signal as signalOf } from '@preact/signals';
import { loadFold, loadSpelling } from '../search/chinese';
import { type Collation, PLAIN } from '../search/collation';
import type { Parsed } from '../search/parse';
import { termsOf } from '../search/query';
import { type Spelling, spelledWord } from '../search/spelling';

/**
 * How a library's texts are read: with simplified and traditional signs soon, with pinyin once a filter may be that.
 * @param prepare what is to be done before anything is spelled
 */
export function keepCollation(
  parsed: ReadonlySignal<Parsed>,
  signal: AbortSignal,
  prepare: (spelling: Spelling) => Promise<void> | undefined,
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
    loadSpelling()
      .then(async (spelling) => {
        await prepare(spelling);
        mend({ spelling });
      })
      .catch(() => {});
    queueMicrotask(() => stop());
  });
  signal.addEventListener('abort', stop, { once: true });
  return collation;
}
