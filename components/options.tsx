import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Trouble } from '../utils/trouble';
import { KeyList } from './keys';
import styles from './options.module.css';

/** What the options page tells. */
export interface OptionsState {
  version: string;
  permission: boolean | undefined;
  storage: { entries: number; bytes: number; persisted: boolean } | undefined;
  trouble: Trouble | undefined;
  /** The browser's own shortcuts for the extension. */
  commands: { name: string; shortcut: string }[];
}

export interface OptionsProps {
  state: OptionsState;
  onPermission(): void;
  onPersist(): void;
}

/** Options: language, permission, storage, keys, privacy. */
export function Options({ state, onPermission, onPersist }: OptionsProps) {
  return (
    <main class={styles.options}>
      <h1>{i18n.t('extensionName')}</h1>
      <p class={styles.lead}>{i18n.t('extensionDescription')}</p>
      <Part title={i18n.t('options.language')}>
        <p>{i18n.t('options.languageHelp')}</p>
      </Part>
      <Part title={i18n.t('options.permission')}>
        <p>{i18n.t(state.permission === false ? 'options.permissionOff' : 'options.permissionOn')}</p>
        {state.permission === false && (
          <button type="button" class="primary" onClick={onPermission}>
            {i18n.t('common.grant')}
          </button>
        )}
      </Part>
      <Part title={i18n.t('options.storage')}>
        <Storage state={state} onPersist={onPersist} />
      </Part>
      <Part title={i18n.t('common.keys.title')}>
        <KeyList />
        <h3>{i18n.t('options.commands')}</h3>
        <dl class={styles.commands}>
          {state.commands.map(({ name, shortcut }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{shortcut || i18n.t('options.noShortcut')}</dd>
            </div>
          ))}
        </dl>
        <p class="quiet">{i18n.t('options.commandsHelp')}</p>
      </Part>
      <Part title={i18n.t('options.privacy')}>
        <ul class={styles.lines}>
          <li>{i18n.t('options.privacy1')}</li>
          <li>{i18n.t('options.privacy2')}</li>
          <li>{i18n.t('options.privacy3')}</li>
        </ul>
      </Part>
      <p class="quiet">{i18n.t('options.colophon', [state.version])}</p>
    </main>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class={styles.part}>
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  );
}

function Storage({ state: { storage, trouble }, onPersist }: { state: OptionsState; onPersist(): void }) {
  if (trouble) return <p role="alert">{i18n.t(`trouble.${trouble.kind}`)}</p>;
  if (!storage) return <p class="quiet">{i18n.t('common.loading')}</p>;
  const { entries, bytes, persisted } = storage;
  const size = new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  });
  return (
    <>
      <p class="numbers">{i18n.t('options.stored', [String(entries), size.format(bytes / 1e6)])}</p>
      <p>{i18n.t(persisted ? 'options.persisted' : 'options.notPersisted')}</p>
      {!persisted && (
        <button type="button" class="outlined" onClick={onPersist}>
          {i18n.t('options.persist')}
        </button>
      )}
    </>
  );
}
