import { defineBackground } from '#imports';
import { followPanels } from '../../utils/browser/side-panel';

import { openEntries } from '../../utils/library/own-entries';
import { PAGE_CALLS } from '../../utils/messaging/shapes';
import { answerPages } from '../../utils/messaging/transport';
import { closeToPages } from '../../utils/storage/local-store';
import { paintBadge } from './badge';
import { listenToCommands } from './commands';
import { listenToMenus } from './menus';
import { listenToOmnibox } from './omnibox';
import { pageAnswers } from './page-answers';
import { reinjectWhenInstalled } from './reinject';

/** Every listener is set before anything is awaited: the browser starts this script for the event it then delivers. */
export default defineBackground(() => {
  // Opened by the first call that needs it: nothing else is kept between events.
  const entries = openEntries();
  answerPages(pageAnswers(entries), PAGE_CALLS);
  listenToMenus(entries);
  listenToCommands(entries);
  followPanels();
  listenToOmnibox(entries, { markup: !import.meta.env.FIREFOX });
  // Firefox runs the content scripts of a new extension in open tabs by itself.
  if (!import.meta.env.FIREFOX) reinjectWhenInstalled();
  paintBadge();
  // Where it fails now it is done at the next start.
  closeToPages().catch(() => {});
});
