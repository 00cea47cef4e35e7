import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import styles from './shortcut-help.module.css';

const KEYS = ['/', 'j k', 'x', 's', 'q', 't', 'e', 'z', 'Z', 'alt', '?'] as const;
const NAMES = {
  '/': 'search',
  'j k': 'move',
  x: 'tick',
  s: 'save',
  q: 'queue',
  t: 'tags',
  e: 'read',
  z: 'undo',
  Z: 'redo',
  alt: 'reorder',
  '?': 'list',
} as const;

/** The keys and what they do. */
export function KeyList() {
  return (
    <dl class={styles.keys}>
      {KEYS.map((key) => (
        <div key={key}>
          <dt>
            <kbd>{key === 'alt' ? 'Alt ↑ ↓' : key}</kbd>
          </dt>
          <dd>{i18n.t(`common.keys.${NAMES[key]}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The list of keys in a dialog, opened by `?`. */
export function KeyDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        class="unseen"
        tabIndex={-1}
        data-key="?"
        onClick={() => dialog.current?.showModal()}
      >
        {i18n.t('common.keys.title')}
      </button>
      <dialog ref={dialog} class={styles.dialog} aria-label={i18n.t('common.keys.title')}>
        <h2>{i18n.t('common.keys.title')}</h2>
        <KeyList />
        <form method="dialog">
          <button type="submit" class="outlined">
            {i18n.t('common.dismiss')}
          </button>
        </form>
      </dialog>
    </>
  );
}
