import { browser } from 'wxt/browser';

/** In the place of the i18n module's own (see wxt.config.ts), which also counts and names: what is said on a page does neither. */
export function createI18n() {
  // The cast: names are checked where words are asked for.
  const t = (key: string, given?: string[]) =>
    browser.i18n.getMessage(key.replaceAll('.', '_') as '@@ui_locale', given);
  return { t };
}
