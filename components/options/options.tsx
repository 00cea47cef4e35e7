import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Library } from '../../utils/library';
import type { Health } from '../../utils/library/recovery/health';
import { TagsPart } from '../tags/tag-manager';
import { Notices } from '../ui/notices';
import { Part } from '../ui/section';
import { KeyList } from '../ui/shortcut-help';
import { useShortcuts } from '../ui/shortcuts';
import { Tags } from '../ui/tags-context';
import { HealthPart } from './health-part';
import styles from './options.module.css';
import { SnapshotsPart } from './snapshots-part';
import { StatisticsPart } from './statistics-part';

/** What the options page shows of the browser. */
export interface OptionsState {
  version: string;
  permission: boolean | undefined;
  /** The browser's own shortcuts for the extension. */
  commands: { name: string; shortcut: string }[];
}

interface OptionsProps {
  state: OptionsState;
  library: Library;
  health: Health;
  onPermission(): void;
  appearance: ComponentChildren;
  /** Export and import. */
  children?: ComponentChildren;
}

/** The options page: storage, snapshots, tags, statistics, export and import, keys, privacy. */
export function Options({ state, library, health, appearance, onPermission, children }: OptionsProps) {
  useShortcuts(library);
  const isRefused = library.state.value === 'refused';
  return (
    <Tags.Provider value={library}>
      <Index />
      <main class={styles.options}>
        <h1>{i18n.t('extensionName')}</h1>
        <p class={styles.lead}>{i18n.t('extensionDescription')}</p>
        <Permission permission={state.permission} onPermission={onPermission} />
        {!isRefused && <HealthPart health={health} />}
        <SnapshotsPart health={health} />
        {!isRefused && <TagsPart library={library} />}
        {!isRefused && <StatisticsPart library={library} />}
        {children}
        {appearance}
        <Keys commands={state.commands} />
        <Part title={i18n.t('options.privacy')} id="about">
          <ul class={styles.lines}>
            <li>{i18n.t('options.privacy1')}</li>
            <li>{i18n.t('options.privacy2')}</li>
            <li>{i18n.t('options.privacy3')}</li>
          </ul>
        </Part>
        <p class="quiet">
          {i18n.t('options.colophon', [state.version])} ·{' '}
          <a href="/third-party-notices.txt">{i18n.t('options.notices')}</a>
        </p>
        <Notices library={library} />
      </main>
    </Tags.Provider>
  );
}

/** The parts of the page, by the ids they have. */
const PARTS = {
  health: 'health.title',
  snapshots: 'snapshots.title',
  tags: 'tags.title',
  statistics: 'stats.title',
  export: 'export.title',
  import: 'import.title',
  appearance: 'appearance.title',
  keys: 'common.keys.title',
  about: 'options.privacy',
} as const;

function Index() {
  return (
    <nav class={styles.index} aria-label={i18n.t('popup.options')}>
      {Object.entries(PARTS).map(([id, title]) => (
        <a key={id} href={`#${id}`}>
          {i18n.t(title)}
        </a>
      ))}
    </nav>
  );
}

function Permission({ permission, onPermission }: { permission: boolean | undefined; onPermission(): void }) {
  return (
    <Part title={i18n.t('options.permission')}>
      <p>{i18n.t(permission === false ? 'options.permissionOff' : 'options.permissionOn')}</p>
      {permission === false && (
        <button type="button" class="primary" onClick={onPermission}>
          {i18n.t('common.grant')}
        </button>
      )}
    </Part>
  );
}

function Keys({ commands }: Pick<OptionsState, 'commands'>) {
  return (
    <Part title={i18n.t('common.keys.title')} id="keys">
      <KeyList />
      <h3>{i18n.t('options.commands')}</h3>
      <dl class={styles.commands}>
        {commands.map(({ name, shortcut }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{shortcut || i18n.t('options.noShortcut')}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">{i18n.t('options.commandsHelp')}</p>
    </Part>
  );
}
