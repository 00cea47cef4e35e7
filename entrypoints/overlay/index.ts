import { defineUnlistedScript } from '#imports';
import type { ListOverlay, Shared } from '../caixin.content/core';
import { Screen } from './screen';
import { Session } from './session';

/**
 * Our controls on a list page. Run by the background where the content script has found posts: everything that has state
 * comes from that script (`Core`), so that there is one of each.
 */
export default defineUnlistedScript(() => {
  // The cast: the global object of our scripts can hold it.
  (globalThis as Shared).openOverlay = (core, styles): ListOverlay => {
    const session = new Session(core.page, (isNew) => screen.render(isNew), core.signal);
    const screen = new Screen(session, core, styles);
    return {
      get own() {
        return screen.overlay;
      },
      show: () => session.show(),
      changed: (urls) => session.changed(urls),
      draftChanged: () => session.draftChanged(),
      leave: () => screen.leave(),
      follow: () => screen.follow(),
      close: () => screen.close(),
    };
  };
});
