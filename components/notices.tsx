import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Done, Library } from '../utils/library';
import type { Trouble } from '../utils/trouble';
import { Icon } from './icon';
import styles from './notices.module.css';

/** How long a thing done can be undone from the banner, in milliseconds. The clock stands while it is pointed at. */
const STAY = 10_000;

/** What went wrong, and what was done and can be undone. */
export function Notices({ library, said }: { library: Library; said?: string }) {
  const { trouble, done } = library;
  return (
    <div class={styles.notices}>
      <div role="alert">
        {trouble.value && <TroubleNotice trouble={trouble.value} onClose={library.dismissTrouble} />}
      </div>
      <div role="status">
        {done.value && (
          <DoneNotice
            key={done.value}
            done={done.value}
            onUndo={() => void library.undo()}
            onClose={library.dismissDone}
          />
        )}
        {said && <p class={styles.said}>{said}</p>}
      </div>
    </div>
  );
}

function TroubleNotice({ trouble, onClose }: { trouble: Trouble; onClose(): void }) {
  return (
    <div class={`${styles.notice} ${styles.trouble}`}>
      <div>
        <p>{i18n.t(`trouble.${trouble.kind}`)}</p>
        <p class="quiet">{i18n.t('common.detail', [trouble.detail.slice(0, 200)])}</p>
      </div>
      <button type="button" aria-label={i18n.t('common.dismiss')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}

function DoneNotice({ done, onUndo, onClose }: { done: Done; onUndo(): void; onClose(): void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onClose, STAY);
    return () => clearTimeout(timer);
  }, [held, onClose]);
  const title = done.before.length === 1 ? (done.before[0]?.title ?? '') : String(done.before.length);
  const hold = {
    onPointerEnter: () => setHeld(true),
    onPointerLeave: () => setHeld(false),
    onFocusCapture: () => setHeld(true),
    onBlurCapture: () => setHeld(false),
  };
  return (
    <div class={styles.notice} {...hold}>
      <p class={styles.what}>{i18n.t(`common.did.${done.what}`, [title])}</p>
      <button type="button" class={styles.undo} data-key="z" onClick={onUndo}>
        {i18n.t('common.undo')}
      </button>
      <button type="button" aria-label={i18n.t('common.dismiss')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}
