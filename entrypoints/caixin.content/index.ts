import { defineContentScript } from '#imports';
import { answerExtension } from '../../utils/messaging';
import { takeOwnEvents } from './own-events';
import { Screen } from './screen';
import { Session } from './session';
import { onPageChange } from './watch';

/** How often it is seen to whether rows came into sight, in milliseconds. */
const OFTEN = 500;

/** Runs before the page's own scripts, so that none of them can take away the events of our controls. */
export default defineContentScript({
  matches: ['*://*.caixin.com/*'],
  runAt: 'document_start',
  main(ctx) {
    const { signal } = ctx;
    const session = new Session((isNew) => screen.render(isNew), signal);
    const screen = new Screen(session, signal);
    takeOwnEvents(() => screen.overlay, signal);
    answerExtension(
      {
        page: async () => session.state(),
        postAt: async (_asker, url) => session.reader.postAt(url),
        changed: (_asker, urls) => session.changed(urls),
        draftChanged: () => session.draftChanged(),
      },
      signal,
    );
    const refresh = () => void session.refresh();
    onPageChange(() => screen.overlay?.host, refresh, signal);
    ctx.addEventListener(window, 'wxt:locationchange', refresh);
    const renew = () => document.visibilityState === 'visible' && void session.changed();
    ctx.addEventListener(window, 'pageshow', ({ persisted }) => persisted && renew());
    ctx.addEventListener(document, 'visibilitychange', renew);
    // Rows fade in, unfold, scroll in: not all of that changes the document.
    const look = () => document.visibilityState === 'visible' && session.reader.hasTurned() && refresh();
    const timer = setInterval(look, OFTEN);
    signal.addEventListener('abort', () => clearInterval(timer));
    if (document.readyState !== 'loading') refresh();
  },
});
