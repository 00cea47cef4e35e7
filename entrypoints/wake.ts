import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/**
 * The first script of popup and panel, run while all others still load. The browser opens the files behind the databases at
 * the first request, which takes longer the more they hold; requested here, they are open when the page is.
 */
export default defineUnlistedScript(() => {
  // Whoever opens the database reports the failure.
  indexedDB.databases().catch(() => {});
});
