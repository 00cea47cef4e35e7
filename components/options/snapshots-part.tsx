import { i18n } from '#i18n';
import type { Snapshot } from '../../utils/db/backup/snapshots';
import type { Entry } from '../../utils/domain/entry';
import { momentOf } from '../../utils/domain/format-date';
import type { Health, Preview } from '../../utils/library/recovery/health';
import { Part } from '../ui/section';
import { sizeOf } from './health-part';
import styles from './options.module.css';

/** Most titles shown of what restoring a snapshot would change. */
const FEW = 50;

/** The snapshots, with a preview of what restoring one would change. */
export function SnapshotsPart({ health }: { health: Health }) {
  const all = health.snapshots.value;
  return (
    <Part title={i18n.t('snapshots.title')} id="snapshots">
      <p class="quiet">{i18n.t('snapshots.help')}</p>
      {all.length > 0 && (
        <ul class={styles.snapshots}>
          {all.map((one) => (
            <Row key={one.id} snapshot={one} health={health} />
          ))}
        </ul>
      )}
      <button type="button" class="outlined" onClick={() => void health.take()}>
        {i18n.t('snapshots.take')}
      </button>
    </Part>
  );
}

function Row({ snapshot, health }: { snapshot: Snapshot; health: Health }) {
  const preview = health.preview.value;
  const isOpen = preview?.snapshot.id === snapshot.id;
  const when = momentOf(snapshot.at, document.documentElement.lang);
  const count = i18n.t('common.posts', snapshot.entries, [String(snapshot.entries)]);
  return (
    <li>
      <button
        type="button"
        class={styles.snapshot}
        aria-expanded={isOpen}
        onClick={() => void health.open(isOpen ? undefined : snapshot)}
      >
        <span class="numbers">{when}</span>
        <span class="numbers">{count}</span>
        <span class="quiet">{i18n.t(`snapshots.why.${snapshot.why}`)}</span>
        <span class="quiet numbers">{sizeOf(snapshot.bytes)}</span>
      </button>
      {isOpen && <Opened preview={preview} onRestore={() => void health.restore()} />}
    </li>
  );
}

function Opened({ preview: { back, away, changed }, onRestore }: { preview: Preview; onRestore(): void }) {
  if (back.length + away.length + changed.length === 0)
    return <p class={styles.opened}>{i18n.t('snapshots.same')}</p>;
  return (
    <div class={styles.opened}>
      <Titles words={i18n.t('snapshots.back', [String(back.length)])} entries={back} />
      <Titles
        words={i18n.t('snapshots.changed', [String(changed.length)])}
        entries={changed.map(({ to }) => to)}
      />
      <Titles words={i18n.t('snapshots.away', [String(away.length)])} entries={away} />
      <button type="button" class="primary" onClick={onRestore}>
        {i18n.t('snapshots.rewind')}
      </button>
    </div>
  );
}

function Titles({ words, entries }: { words: string; entries: Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <details>
      <summary>{words}</summary>
      <ul lang="zh-CN">
        {entries.slice(0, FEW).map((entry) => (
          <li key={entry.url}>{entry.title}</li>
        ))}
        {entries.length > FEW && <li>…</li>}
      </ul>
    </details>
  );
}
