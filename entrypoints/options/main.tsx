import { signal as signalOf } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import '../../assets/base.css';
import { Options, type OptionsState } from '../../components/options';
import { onChange } from '../../utils/changes';
import { openHealthHere } from '../../utils/library/surface';
import { setPageLanguage } from '../../utils/page-language';

const CAIXIN = { origins: ['*://*.caixin.com/*'] };
const { signal } = new AbortController();
setPageLanguage(i18n.t('extensionName'));

const { library, health } = openHealthHere(signal);
const state = signalOf<OptionsState>({
  version: browser.runtime.getManifest().version,
  permission: undefined,
  commands: [],
});

async function look(): Promise<void> {
  const permission = await browser.permissions.contains(CAIXIN);
  const commands = (await browser.commands.getAll()).map(
    ({ name = '', description = '', shortcut = '' }) => ({
      name: description || (name === '_execute_action' ? i18n.t('options.openPopup') : name),
      shortcut,
    }),
  );
  state.value = { ...state.value, permission, commands };
}

function Connected() {
  return (
    <Options
      state={state.value}
      library={library}
      health={health}
      onPermission={() => void browser.permissions.request(CAIXIN).then(look)}
    />
  );
}

const root = document.getElementById('app');
if (root) render(<Connected />, root);
onChange(() => void health.look(), signal);
void look();
void health.look();
