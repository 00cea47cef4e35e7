import type { Entries } from '../../utils/db/entries';
import type { TagCount } from '../../utils/entry';
import type { BackgroundApi, PageNames } from '../../utils/messages';
import type { Handlers } from '../../utils/messaging';
import { recentTags, suggestionsFor } from '../../utils/search/suggest-tags';
import { showCounts, showUnwatched } from './badge';

/** What the background answers content scripts. */
export function pageAnswers(entries: Entries): Handlers<BackgroundApi> {
  return {
    savePosts: (_asker, posts, options) => entries.save(posts, options),
    marks: (_asker, urls) => entries.marks(urls),
    tags: (_asker, about) => offeredTags(entries, about),
    redo: async () => (await entries.redo()) !== undefined,
    undo: async (_asker, step) => (await entries.undo(step)) !== undefined,
    async pageRead({ tabId, frameId }, counts) {
      // A page made ready in advance is not the one the tab shows: it speaks again when it is.
      if (tabId !== undefined && frameId === 0) await showCounts(tabId, counts);
    },
    async unwatched({ tabId, frameId }) {
      if (tabId !== undefined && frameId === 0) await showUnwatched(tabId);
    },
  };
}

/** Entries whose tags count as recent. */
const NEW = 24;

async function offeredTags(entries: Entries, about: PageNames): Promise<TagCount[]> {
  const [known, newest] = await Promise.all([entries.tags(), entries.newest(NEW)]);
  return suggestionsFor({
    ...about,
    known,
    recent: recentTags(
      newest.map(({ tags }) => tags),
      NEW,
    ),
    together: new Map(),
    chosen: [],
    typed: '',
    limit: Number.POSITIVE_INFINITY,
  });
}
