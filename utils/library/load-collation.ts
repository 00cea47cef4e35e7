import { effect, type ReadonlySignal, signal as signalOf } from '@preact/signals';
import type { Parsed } from '../search/parse-query';
import { termsOf } from '../search/query-parts';
import { loadFold, loadPinyin } from '../search/text/chinese';
import { type Collation, PLAIN } from '../search/text/collation';
import { type Pinyin, pinyinLetters } from '../search/text/pinyin';

/**
 * The collation of a library: soon with simplified and traditional characters, with pinyin once a filter may need it.
 * @param prepare called before pinyin is used
 */
export function loadCollation(
  parsed: ReadonlySignal<Parsed>,
  signal: AbortSignal,
  prepare: (pinyin: Pinyin) => Promise<void> | undefined,
): ReadonlySignal<Collation> {
  const collation = signalOf<Collation>(PLAIN);
  const extend = (more: Partial<Collation>) => {
    if (!signal.aborted) collation.value = { ...collation.peek(), ...more };
  };
  // If it cannot be loaded, characters are compared as they are.
  loadFold().then(
    (fold) => extend({ fold }),
    () => {},
  );
  const stop = effect(() => {
    const terms = [...termsOf(parsed.value.query)];
    if (!terms.some((term) => term.kind === 'text' && pinyinLetters(term.text))) return;
    loadPinyin()
      .then(async (pinyin) => {
        await prepare(pinyin);
        extend({ pinyin });
      })
      .catch(() => {});
    queueMicrotask(() => stop());
  });
  signal.addEventListener('abort', stop, { once: true });
  return collation;
}
