import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { DOUBTS } from '../../utils/sites/doubts';
import type { Page } from '../../utils/sites/site';
import styles from './page-doubts.module.css';

// The keys are those of the table.
const KINDS = Object.keys(DOUBTS) as (keyof typeof DOUBTS)[];

/** Says that a page may not have been read whole, and why, with a button that copies a report without the page's words. */
export function PageDoubts({ page, address }: { page: Page; address: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'refused'>();
  const copy = async () => {
    const { reportOf } = await import('../../utils/sites/report');
    await navigator.clipboard.writeText(reportOf(page, address));
  };
  const kinds = KINDS.filter((kind) => page.doubts.includes(DOUBTS[kind]));
  if (page.doubts.length === 0) return null;
  return (
    <details class={styles.doubts}>
      <summary>{i18n.t('doubts.title')}</summary>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>{i18n.t(`doubts.${kind}`)}</li>
        ))}
        {page.doubts.length > kinds.length && <li>{i18n.t('doubts.untitled')}</li>}
      </ul>
      <button
        type="button"
        class="outlined"
        title={i18n.t('doubts.about')}
        onClick={() =>
          void copy().then(
            () => setOutcome('copied'),
            () => setOutcome('refused'),
          )
        }
      >
        {i18n.t('doubts.copy')}
      </button>{' '}
      <span role="status">{outcome && i18n.t(`doubts.${outcome}`)}</span>
    </details>
  );
}
