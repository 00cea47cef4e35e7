import { browser } from 'wxt/browser';

/** Replaces that of the i18n module (see wxt.config.ts), which also has plurals and named arguments: not needed on pages. */
export function createI18n() {
  // The cast: keys are checked where they are used.
  const t = (key: string, given?: string[]) =>
    browser.i18n.getMessage(key.replaceAll('.', '_') as '@@ui_locale', given);
  return { t };
}
