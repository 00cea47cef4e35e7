import { i18n } from '#i18n';
import { momentOf } from '../../utils/domain/format-date';
import { countFaults, type Health } from '../../utils/library/recovery/health';
import type { Check } from '../../utils/library/recovery/last-check';
import { Part } from '../ui/section';
import styles from './options.module.css';

const FAULTS = ['row', 'address', 'date', 'tags', 'queue', 'lost'] as const;

/** Storage of the library, and the check of every row. */
export function HealthPart({ health }: { health: Health }) {
  const [last] = health.snapshots.value;
  const language = document.documentElement.lang;
  return (
    <Part title={i18n.t('health.title')} id="health">
      <Storage health={health} />
      <p class="numbers">
        {last ? i18n.t('health.lastSnapshot', [momentOf(last.at, language)]) : i18n.t('health.noSnapshot')}
      </p>
      <Checked health={health} checked={health.checked.value} />
    </Part>
  );
}

function Storage({ health: { storage, persist } }: { health: Health }) {
  if (!storage.value) return <p class="quiet">{i18n.t('common.loading')}</p>;
  const { entries, bytes, persisted } = storage.value;
  return (
    <>
      <p class="numbers">{i18n.t('options.stored', entries, [String(entries), sizeOf(bytes)])}</p>
      <p>{i18n.t(persisted ? 'options.persisted' : 'options.notPersisted')}</p>
      {!persisted && (
        <button type="button" class="outlined" onClick={() => void persist()}>
          {i18n.t('options.persist')}
        </button>
      )}
    </>
  );
}

function Checked({ health, checked }: { health: Health; checked: Check | undefined }) {
  const count = countFaults(checked?.findings);
  const language = document.documentElement.lang;
  return (
    <>
      <div role="status" class="numbers">
        <p>
          {checked
            ? i18n.t('health.checked', checked.findings.rows, [
                momentOf(checked.at, language),
                String(checked.findings.rows),
              ])
            : i18n.t('health.neverChecked')}{' '}
          {checked && count === 0 && i18n.t('health.well')}
        </p>
        <ul class={styles.faults}>
          {FAULTS.map((fault) => {
            const found = checked?.findings.faults[fault];
            return found ? <li key={fault}>{i18n.t(`health.faults.${fault}`, [String(found)])}</li> : null;
          })}
        </ul>
      </div>
      <div class={styles.verbs}>
        <button type="button" class="outlined" onClick={() => void health.check()}>
          {i18n.t('health.check')}
        </button>
        {count > 0 && (
          <button type="button" class="primary" onClick={() => void health.repair()}>
            {i18n.t('health.mend')}
          </button>
        )}
      </div>
    </>
  );
}

/** Bytes in megabytes, or in kilobytes where they are few. */
export function sizeOf(bytes: number): string {
  const [unit, size] = bytes < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const);
  const words = new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit',
    unit,
    maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
  });
  return words.format(bytes / size);
}
