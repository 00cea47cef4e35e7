import { defineContentScript } from '#imports';
import { answerExtension } from '../../utils/messaging/transport';
import { inEachDocument } from './documents';
import { lifetime } from './lifetime';
import { takeOwnEvents } from './own-events';
import { endRest, endRestForReader, paced } from './pace';
import { Screen } from './screen';
import { Session } from './session';
import { onPageChange } from './watch';

/** How often to check whether rows became visible, in milliseconds. */
const OFTEN = 500;

/** Runs before the page's own scripts, so that none of them can intercept the events of our controls. */
export default defineContentScript({
  matches: ['*://*.caixin.com/*'],
  runAt: 'document_start',
  main() {
    const { signal, listenForNewer, isReady } = lifetime();
    const session = new Session((isNew) => screen.render(isNew), signal);
    const screen = new Screen(session, signal);
    const reading = onPageChange(
      () => screen.overlay?.host,
      () => {
        screen.leave();
        void session.refresh();
      },
      () => screen.follow(),
      signal,
    );
    /** The page became visible: earlier reports about it may be lost, or were for another page. */
    const renew = ({ isTrusted, type, persisted }: Event & { persisted?: boolean }) => {
      if (!isTrusted || document.hidden) return;
      endRest();
      // The document is complete: what was read of a part of it is read again at once.
      if (type === 'DOMContentLoaded') return reading.flush();
      reading.ask();
      if (persisted !== false) void session.changed();
    };
    const onReader = ({ isTrusted, type }: Event) => {
      if (isTrusted) (type === 'resize' ? endRest : endRestForReader)();
    };
    inEachDocument(() => {
      // The controls have lost their listeners too.
      screen.close();
      takeOwnEvents(() => screen.overlay, signal);
      listenForNewer();
      window.addEventListener('popstate', reading.ask, { signal });
      for (const type of ['DOMContentLoaded', 'pageshow', 'visibilitychange'])
        window.addEventListener(type, renew, { signal });
      for (const type of ['wheel', 'keydown', 'pointerdown', 'resize'])
        window.addEventListener(type, onReader, { capture: true, passive: true, signal });
      reading.ask();
    }, signal);
    globalThis.navigation?.addEventListener('currententrychange', reading.ask, { signal });
    answerExtension(
      {
        page: async () => {
          reading.flush();
          return session.state();
        },
        postAt: async (_caller, url) => session.reader.postAt(url),
        changed: (_caller, urls) => session.changed(urls),
        draftChanged: () => session.draftChanged(),
      },
      signal,
    );
    // Rows may fade in, unfold or scroll in without changing the document.
    const look = paced(() => session.reader.isOutdated() && reading.ask(), signal);
    repeat(look.ask, signal);
    isReady();
  },
});

function repeat(work: () => void, signal: AbortSignal): void {
  const timer = setInterval(work, OFTEN);
  signal.addEventListener('abort', () => clearInterval(timer));
}
