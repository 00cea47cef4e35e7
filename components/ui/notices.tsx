import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Snapshot } from '../../utils/db/backup/snapshots';
import type { Failure } from '../../utils/domain/errors';
import { cut } from '../../utils/domain/plain-text';
import type { Library } from '../../utils/library';
import type { Notice } from '../../utils/library/models/history';
import type { LastSeen } from '../../utils/library/recovery/last-seen';
import { Icon } from './icon';
import styles from './notices.module.css';

/** How long the banner with an undo stays, in milliseconds. The clock stops while it is pointed at. */
const STAY = 10_000;

/** Shows what went wrong, and what was done and can be undone. */
export function Notices({ library, said }: { library: Library; said?: string }) {
  const { failure, notice } = library;
  const offered = library.safety.offered.value;
  return (
    <>
      <div class={styles.notices}>
        <div role="alert">
          {failure.value && !offered && (
            <FailureNotice failure={failure.value} onClose={library.dismissFailure} />
          )}
          {offered && <RestoreOffer library={library} offered={offered} />}
          {library.safety.missing.value && (
            <Missing safety={library.safety} seen={library.safety.missing.value} />
          )}
        </div>
        <div role="status">
          {library.safety.restored.value > 0 && <Restored safety={library.safety} />}
          {notice.value && (
            <NoticeBanner
              key={notice.value}
              notice={notice.value}
              onUndo={() => void library.undo(notice.peek()?.step)}
              onRedo={() => void library.redo()}
              onClose={library.dismissNotice}
            />
          )}
          {said && <p class={styles.said}>{said}</p>}
        </div>
      </div>
      <div class={styles.space} />
    </>
  );
}

function FailureNotice({ failure, onClose }: { failure: Failure; onClose(): void }) {
  return (
    <div class={`${styles.notice} ${styles.trouble}`}>
      <div>
        <p>{i18n.t(`trouble.${failure.kind}`)}</p>
        <p class="quiet">{i18n.t('common.detail', [cut(failure.detail, 200)])}</p>
      </div>
      <button type="button" aria-label={i18n.t('common.dismiss')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}

/** The library is damaged or gone: offers the last snapshot instead of an empty list. */
function RestoreOffer({ library, offered }: { library: Library; offered: Snapshot }) {
  const [failed, setFailed] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const restoreLast = async () => {
    setBusy(true);
    const failure = await library.safety.restoreLast();
    setFailed(failure);
    setBusy(false);
    // Opens the restored library.
    if (!failure) location.reload();
  };
  const when = new Date(offered.at).toLocaleString(document.documentElement.lang);
  return (
    <div class={`${styles.notice} ${styles.trouble}`}>
      <div>
        <p>{i18n.t(library.failure.value ? 'trouble.damaged' : 'safety.gone')}</p>
        <p>{i18n.t('safety.offer', offered.entries, [when, String(offered.entries)])}</p>
        {failed && <p>{i18n.t('common.detail', [cut(failed.detail, 200)])}</p>}
        <button type="button" class="primary" disabled={busy} onClick={() => void restoreLast()}>
          {i18n.t(busy ? 'common.loading' : 'safety.rescue')}
        </button>
      </div>
    </div>
  );
}

/** The browser's data was cleared, including snapshots: offers an import of an export. */
function Missing({ safety, seen }: { safety: Library['safety']; seen: LastSeen }) {
  const when = new Date(seen.at).toLocaleString(document.documentElement.lang);
  return (
    <div class={`${styles.notice} ${styles.trouble}`}>
      <div>
        <p>{i18n.t('safety.missing', seen.entries, [when, String(seen.entries)])}</p>
        <p>{i18n.t('safety.missingHelp')}</p>
        <a href="/options.html#import" target="_blank" rel="noreferrer">
          {i18n.t('safety.import')}
        </a>
      </div>
      <button type="button" aria-label={i18n.t('common.dismiss')} onClick={() => void safety.acknowledge()}>
        <Icon name="close" />
      </button>
    </div>
  );
}

/** Stays until it is dismissed, as the reader did not cause it. */
function Restored({ safety: { restored, acknowledge } }: { safety: Library['safety'] }) {
  return (
    <div class={styles.notice}>
      <p>{i18n.t('safety.restored', restored.value, [String(restored.value)])}</p>
      <button type="button" aria-label={i18n.t('common.dismiss')} onClick={() => void acknowledge()}>
        <Icon name="close" />
      </button>
    </div>
  );
}

interface BannerProps {
  notice: Notice;
  onUndo(): void;
  onRedo(): void;
  onClose(): void;
}

function NoticeBanner({ notice, onUndo, onRedo, onClose }: BannerProps) {
  const hold = useClock(onClose);
  const { what, title, count, step } = notice;
  const whom = title ?? i18n.t('common.posts', count, [String(count)]);
  return (
    <div class={styles.notice} {...hold}>
      <p class={styles.what}>{i18n.t(`common.did.${what}`, [whom])}</p>
      {step !== undefined && (
        <button type="button" class={styles.undo} onClick={onUndo}>
          {i18n.t('common.undo')}
        </button>
      )}
      {what === 'undone' && (
        <button type="button" class={styles.undo} onClick={onRedo}>
          {i18n.t('common.redo')}
        </button>
      )}
      <button type="button" aria-label={i18n.t('common.dismiss')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}

/** Calls `onEnd` after a while; the clock stops while it is pointed at or has the focus. */
function useClock(onEnd: () => void) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onEnd, STAY);
    return () => clearTimeout(timer);
  }, [held, onEnd]);
  return {
    onPointerEnter: () => setHeld(true),
    onPointerLeave: () => setHeld(false),
    onFocusCapture: () => setHeld(true),
    onBlurCapture: () => setHeld(false),
  };
}
