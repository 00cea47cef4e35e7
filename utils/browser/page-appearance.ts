import { type Appearance, appearance, styleOf } from '../storage/appearance';

/** A copy that can be read at once: `entrypoints/wake.ts` applies it before anything is painted. */
const COPY = 'appearance';

/** Gives the document the theme and size of text that the reader has chosen, and follows changes. */
export function followAppearance(signal: AbortSignal): void {
  const show = (now: Appearance) => {
    document.documentElement.style.cssText = styleOf(now);
    localStorage.setItem(COPY, styleOf(now));
  };
  // As the browser is set, where it cannot be read or copied.
  appearance
    .read()
    .then(show)
    .catch(() => {});
  appearance.onChange(show, signal);
}
