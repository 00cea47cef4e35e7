import type { Entries } from '../../utils/db/entries';
import type { TagCount } from '../../utils/domain/entry';
import { AppError } from '../../utils/domain/errors';
import { pageAddress } from '../../utils/domain/url';
import type { Caller, Handlers } from '../../utils/messaging/answer';
import type { BackgroundApi, PageNames, SaveResult } from '../../utils/messaging/contract';
import { textIn } from '../../utils/messaging/shapes';
import { suggestionsFor } from '../../utils/search/tags/suggest-tags';
import { recentTags } from '../../utils/search/tags/tag-hints';
import { changeDraft, draftAt } from '../../utils/storage/drafts';
import { type Allowance, openAllowance } from './allowance';
import { showCounts, showUnwatched } from './badge';
import { runOverlay } from './overlay-script';
import { madeStep, rememberStep } from './own-steps';

/** The background's answers to content scripts. Tab, page and address come from the browser, not the script. */
export function pageAnswers(
  entries: Entries,
  allowance: Allowance = openAllowance(),
): Handlers<BackgroundApi> {
  return {
    async savePosts(caller, posts, options) {
      await allowance.forSave(tabOf(caller), textIn(posts));
      const result = await entries.save(posts, options);
      return result.step === undefined ? result : undoable(caller, result, result.step);
    },
    async marks(caller, urls) {
      await allowance.forMarks(tabOf(caller), urls);
      return entries.marks(urls);
    },
    tags: (_caller, about) => offeredTags(entries, about),
    overlay: runOverlay,
    undo: async (caller, step) => (await madeStep(caller, step)) && (await entries.undo(step)) !== undefined,
    redo: async (caller, step) => (await madeStep(caller, step)) && (await entries.redo(step)) !== undefined,
    draft: (caller) => draftAt(addressOf(caller)).read(),
    changeDraft: (caller, change) => changeDraft(addressOf(caller), change, caller.tabId),
    async pageRead({ tabId, frameId }, counts) {
      // A prerendered page is not the one the tab shows; it reports again when it is.
      if (tabId !== undefined && frameId === 0) await showCounts(tabId, counts);
    },
    async unwatched({ tabId, frameId }) {
      if (tabId !== undefined && frameId === 0) await showUnwatched(tabId);
    },
  };
}

/** Offers an undo if the step can be remembered; the posts are saved in any case. */
async function undoable(caller: Caller, { step: _, ...rest }: SaveResult, step: number): Promise<SaveResult> {
  return rememberStep(caller, step).then(
    () => ({ ...rest, step }),
    () => rest,
  );
}

function tabOf({ tabId }: Caller): number {
  if (tabId === undefined) throw new AppError('broken', 'refused: no tab');
  return tabId;
}

function addressOf({ url }: Caller): string {
  if (url === undefined) throw new AppError('broken', 'refused: no address');
  return pageAddress(url);
}

/** Entries whose tags count as recent. */
const NEW = 24;

/** Most tags sent: enough for those a reader begins to type. */
const MOST_TAGS = 1000;

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
    limit: MOST_TAGS,
  });
}
