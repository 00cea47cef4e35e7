import { defineBackground } from '#imports';
import { followPanels } from '../../utils/browser/side-panel';

import { openEntries } from '../../utils/library/own-entries';
import { answerPages } from '../../utils/messaging/answer-pages';
import { PAGE_CALLS } from '../../utils/messaging/shapes';
import { closeToPages } from '../../utils/storage/local-store';
import { paintBadge } from './badge';
import { listenToCommands } from './commands';
import { listenToMenus } from './menus';
import { listenToOmnibox } from './omnibox';
import { pageAnswers } from './page-answers';
import { reinjectWhenInstalled } from './reinject';

/** Every listener is added before anything is awaited: the browser starts this script to deliver an event. */
export default defineBackground(() => {
  // Opens the database at the first call that needs it; no other state lives between events.
  const entries = openEntries();
  answerPages(pageAnswers(entries), PAGE_CALLS);
  listenToMenus(entries);
  listenToCommands(entries);
  followPanels();
  listenToOmnibox(entries, { markup: !import.meta.env.FIREFOX });
  // Firefox runs the content scripts of a new extension in open tabs by itself.
  if (!import.meta.env.FIREFOX) reinjectWhenInstalled();
  paintBadge();
  // If it fails, the next start does it.
  closeToPages().catch(() => {});
});
