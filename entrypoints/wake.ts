import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/**
 * The first script of our pages, run while all others still load. The browser opens the files behind the databases at the
 * first request, which takes longer the more they hold; requested here, they are open when the page is. And the reader's
 * theme is applied before anything is painted.
 */
export default defineUnlistedScript(() => {
  // Whoever opens the database reports the failure.
  indexedDB.databases().catch(() => {});
  // Written by `followAppearance` alone.
  document.documentElement.style.cssText = localStorage.getItem('appearance') ?? '';
});
