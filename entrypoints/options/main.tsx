import { signal as signalOf } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import '../../assets/base.css';
import { Options, type OptionsState } from '../../components/options';
import { onChange } from '../../utils/changes';
import { connect } from '../../utils/db/connection';
import { entriesOf } from '../../utils/db/entries';
import { setPageLanguage } from '../../utils/page-language';
import { askToPersist } from '../../utils/persist';
import { troubleOf } from '../../utils/trouble';

const CAIXIN = { origins: ['*://*.caixin.com/*'] };
const { signal } = new AbortController();
const entries = entriesOf(connect(), { announce: () => {} });
const state = signalOf<OptionsState>({
  version: browser.runtime.getManifest().version,
  permission: undefined,
  storage: undefined,
  trouble: undefined,
  commands: [],
});
setPageLanguage(i18n.t('extensionName'));

async function look(): Promise<void> {
  const permission = await browser.permissions.contains(CAIXIN);
  const commands = (await browser.commands.getAll()).map(
    ({ name = '', description = '', shortcut = '' }) => ({
      name: description || (name === '_execute_action' ? i18n.t('options.openPopup') : name),
      shortcut,
    }),
  );
  state.value = { ...state.value, permission, commands };
  try {
    const [count, estimate, persisted] = await Promise.all([
      entries.count(),
      navigator.storage.estimate(),
      navigator.storage.persisted(),
    ]);
    state.value = {
      ...state.value,
      trouble: undefined,
      storage: { entries: count, bytes: estimate.usage ?? 0, persisted },
    };
  } catch (error) {
    state.value = { ...state.value, trouble: troubleOf(error) };
  }
}

function Connected() {
  return (
    <Options
      state={state.value}
      onPermission={() => void browser.permissions.request(CAIXIN).then(look)}
      onPersist={() => void askToPersist().then(look)}
    />
  );
}

const root = document.getElementById('app');
if (root) render(<Connected />, root);
onChange(() => void look(), signal);
void look();
