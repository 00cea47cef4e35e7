import { signal as signalOf } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import '../../assets/base.css';
import '../../components/tag-field/tag-field.css';
import { AppearancePart } from '../../components/options/appearance-part';
import { ExportPart } from '../../components/options/export-part';
import { ImportPart } from '../../components/options/import-part';
import { Options, type OptionsState } from '../../components/options/options';
import { followAppearance } from '../../utils/browser/page-appearance';
import { setPageLanguage } from '../../utils/browser/page-language';
import { onChange } from '../../utils/db/changes';
import { openHealth } from '../../utils/library/recovery/health';
import { openLibraryHere } from '../../utils/library/surface';
import { type AutoExport, readAutoExport, writeAutoExport } from '../../utils/library/transfer/auto-export';
import { openTransfer } from '../../utils/library/transfer/transfer';
import { type Appearance, appearance } from '../../utils/storage/appearance';

const CAIXIN = { origins: ['*://*.caixin.com/*'] };
const { signal } = new AbortController();
setPageLanguage(i18n.t('extensionName'));
followAppearance(signal);

const { version } = browser.runtime.getManifest();
const { library, db, snapshots } = openLibraryHere(signal);
const health = openHealth({ db, library, snapshots });
const transfer = openTransfer({ db, library, version });
const state = signalOf<OptionsState>({ version, permission: undefined, commands: [] });
const auto = signalOf<AutoExport>('off');
const looks = signalOf<Appearance>({ theme: 'system', size: 'standard' });

async function look(): Promise<void> {
  const permission = await browser.permissions.contains(CAIXIN);
  const commands = (await browser.commands.getAll()).map(
    ({ name = '', description = '', shortcut = '' }) => ({
      name: description || (name === '_execute_action' ? i18n.t('options.openPopup') : name),
      shortcut,
    }),
  );
  state.value = { ...state.value, permission, commands };
  auto.value = await readAutoExport();
}

/** The permission must be requested inside the click. */
async function readBookmarks(): Promise<void> {
  if (await browser.permissions.request({ permissions: ['bookmarks'] })) await transfer.readBookmarks();
}

function Connected() {
  return (
    <Options
      state={state.value}
      library={library}
      health={health}
      appearance={<AppearancePart appearance={looks.value} onChange={(next) => void appearance.put(next)} />}
      onPermission={() => void browser.permissions.request(CAIXIN).then(look)}
    >
      <ExportPart
        transfer={transfer}
        auto={auto.value}
        onAuto={(often) => void writeAutoExport(often).then(look)}
      />
      <ImportPart transfer={transfer} onBookmarks={() => void readBookmarks()} />
    </Options>
  );
}

const root = document.getElementById('app');
if (root) render(<Connected />, root);
onChange(() => void health.look(), signal);
void look();
void appearance.read().then((now) => {
  looks.value = now;
});
appearance.onChange((now) => {
  looks.value = now;
}, signal);
void health.look();
