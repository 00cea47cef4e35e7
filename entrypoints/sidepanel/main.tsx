import { signal as signalOf } from '@preact/signals';
import { render } from 'preact';
import { i18n } from '#i18n';
import '../../assets/base.css';
import '../../components/tag-field/tag-field.css';
import { Panel } from '../../components/panel';
import { followAppearance } from '../../utils/browser/page-appearance';
import { setPageLanguage } from '../../utils/browser/page-language';
import { followActivePage } from '../../utils/library/active-page';
import { openSurface } from '../../utils/library/surface';
import { type PanelTab, readPanelTab, writePanelTab } from '../../utils/storage/settings';

const { signal } = new AbortController();
setPageLanguage(i18n.t('extensionName'));
followAppearance(signal);

const library = openSurface('panel', signal);
const active = followActivePage({ signal });
/** `sidepanel.html?filter=…` is the library in its own tab, with this filter. */
const asked = new URLSearchParams(location.search).get('filter');
if (asked !== null) library.filter.value = asked;
const tab = signalOf<PanelTab | undefined>(asked === null ? undefined : 'library');
void readPanelTab().then((stored) => {
  tab.value ??= stored;
});

function Connected() {
  return (
    <Panel
      library={library}
      active={active}
      tab={tab.value ?? 'queue'}
      onTab={(next) => {
        tab.value = next;
        void writePanelTab(next);
      }}
    />
  );
}

const root = document.getElementById('app');
if (root) render(<Connected />, root);
