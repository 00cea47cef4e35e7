import { defineBackground } from '#imports';
import { announce } from '../../utils/changes';
import { connect } from '../../utils/db/connection';
import { type Entries, entriesOf } from '../../utils/db/entries';
import { closeToPages } from '../../utils/kept/store';
import { bearWitness } from '../../utils/library/witness';
import { PAGE_CALLS } from '../../utils/message-shapes';
import { answerPages } from '../../utils/messaging';
import { followPanels } from '../../utils/panel';
import { paintBadge } from './badge';
import { listenToCommands } from './commands';
import { listenToMenus } from './menus';
import { listenToOmnibox } from './omnibox';
import { pageAnswers } from './page-answers';
import { reinjectWhenInstalled } from './reinject';

/** Every listener is set before anything is awaited: the browser starts this script for the event it then delivers. */
export default defineBackground(() => {
  // Opened by the first call that needs it: nothing else is kept between events.
  const entries: Entries = entriesOf(connect(), {
    announce(urls) {
      announce(urls);
      // Many a library is filled on pages alone, and none of our own pages is ever opened that would remember it.
      void bearWitness(entries, Date.now()).catch(() => {});
    },
  });
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
