import type { Entries } from '../../utils/db/entries';
import type { BackgroundApi } from '../../utils/messages';
import type { Handlers } from '../../utils/messaging';
import { showCounts } from './badge';

/** What the background answers content scripts. */
export function pageAnswers(entries: Entries): Handlers<BackgroundApi> {
  return {
    savePosts: (_asker, posts, options) => entries.save(posts, options),
    marks: (_asker, urls) => entries.marks(urls),
    tags: () => entries.tags(),
    redo: async () => (await entries.redo()) !== undefined,
    undo: async (_asker, step) => (await entries.undo(step)) !== undefined,
    async pageRead({ tabId, frameId }, counts) {
      // A page made ready in advance is not the one the tab shows: it speaks again when it is.
      if (tabId !== undefined && frameId === 0) await showCounts(tabId, counts);
    },
  };
}
