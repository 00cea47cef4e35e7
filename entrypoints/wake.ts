import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/**
 * The first script of popup and panel, while all others still load. The browser opens what is behind the database at the
 * first question about it, which takes the longer the more it holds: asked here, it is open when the page is.
 */
export default defineUnlistedScript(() => {
  // A database that cannot be asked about is told of by whoever opens it.
  indexedDB.databases().catch(() => {});
});
