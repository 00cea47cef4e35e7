import { defineContentScript } from '#imports';
import { answerExtension } from '../../utils/messaging/answer-extension';
import { inEachDocument } from './documents';
import { lifetime } from './lifetime';
import { List } from './list';
import { takeOwnEvents } from './own-events';
import { endRest, endRestForReader, type Paced, paced } from './pace';
import { PageActs } from './page-acts';
import { PagePosts } from './page-posts';
import { onPageChange } from './watch';

/** How often to check whether rows became visible, in milliseconds. */
const OFTEN = 500;

/** Runs before the page's own scripts, so that none of them can intercept the events of our controls. */
export default defineContentScript({
  matches: ['*://*.caixin.com/*'],
  runAt: 'document_start',
  main() {
    const { signal, listenForNewer, isReady } = lifetime();
    const page = new PagePosts();
    const own = () => list.overlay?.own;
    const acts = new PageActs(() => own()?.host, signal);
    const list = new List({ page, acts, paced, signal });
    const reading = onPageChange(
      () => own()?.host,
      () => {
        list.overlay?.leave();
        page.reader.forget();
        void list.show();
      },
      () => list.overlay?.follow(),
      signal,
    );
    inEachDocument(() => {
      // The controls have lost their listeners too.
      list.overlay?.close();
      takeOwnEvents(own, signal);
      listenForNewer();
      listenToBrowser(reading, () => void list.changed(), signal);
      reading.ask();
    }, signal);
    globalThis.navigation?.addEventListener('currententrychange', reading.ask, { signal });
    answerExtension(
      {
        page: async () => {
          reading.flush();
          return list.state();
        },
        postAt: async (_caller, url) => page.reader.postAt(url),
        changed: (_caller, urls) => list.changed(urls),
        draftChanged: async () => list.overlay?.draftChanged(),
      },
      signal,
    );
    // Rows may fade in, unfold or scroll in without changing the document.
    const look = paced(() => page.reader.isOutdated() && reading.ask(), signal);
    repeat(look.ask, signal);
    isReady();
  },
});

/** Reads again, without a rest, what the browser or the reader changed. */
function listenToBrowser(reading: Paced, onReturn: () => void, signal: AbortSignal): void {
  /** The page became visible: earlier reports about it may be lost, or were for another page. */
  const renew = ({ isTrusted, type, persisted }: Event & { persisted?: boolean }) => {
    if (!isTrusted || document.hidden) return;
    endRest();
    // The document is complete: what was read of a part of it is read again at once.
    if (type === 'DOMContentLoaded') return reading.flush();
    reading.ask();
    if (persisted !== false) onReturn();
  };
  const act = ({ isTrusted, type }: Event) => {
    if (isTrusted) (type === 'resize' ? endRest : endRestForReader)();
  };
  window.addEventListener('popstate', reading.ask, { signal });
  for (const type of ['DOMContentLoaded', 'pageshow', 'visibilitychange'])
    window.addEventListener(type, renew, { signal });
  for (const type of ['wheel', 'keydown', 'pointerdown', 'resize'])
    window.addEventListener(type, act, { capture: true, passive: true, signal });
}

function repeat(work: () => void, signal: AbortSignal): void {
  const timer = setInterval(work, OFTEN);
  signal.addEventListener('abort', () => clearInterval(timer));
}
