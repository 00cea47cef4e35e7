import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import '../../assets/base.css';
import '../../components/tag-field/tag-field.css';
import './popup.css';
import { Popup } from '../../components/popup';
import { followAppearance } from '../../utils/browser/page-appearance';
import { setPageLanguage } from '../../utils/browser/page-language';
import { openPanel } from '../../utils/browser/side-panel';
import { followActivePage } from '../../utils/library/active-page';
import { openSurface } from '../../utils/library/surface';

const { signal } = new AbortController();
setPageLanguage(i18n.t('extensionName'));
followAppearance(signal);

/** `popup.html?tab=ID` is the popup in its own tab, for the page in tab ID. */
const tab = Number(new URLSearchParams(location.search).get('tab')) || undefined;
const library = openSurface('popup', signal);
const active = followActivePage({ signal, tabId: tab });

/** Looked up before the click, inside which nothing may be awaited. */
let windowId: number | undefined;
void browser.windows.getCurrent().then(({ id }) => {
  windowId = id;
});

const root = document.getElementById('app');
if (root) {
  render(
    <Popup
      library={library}
      active={active}
      onOptions={() => void browser.runtime.openOptionsPage()}
      onPanel={() => {
        if (windowId !== undefined) void openPanel(windowId).then(() => window.close());
      }}
    />,
    root,
  );
}
