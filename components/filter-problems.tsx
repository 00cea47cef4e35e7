import { i18n } from '#i18n';
import type { Problem } from '../utils/search/terms';
import styles from './filter-bar.module.css';

export interface ProblemsProps {
  problems: Problem[];
  /** The sentence they stand in. */
  text: string;
  onFilter(text: string): void;
}

/** What in the sentence was not understood, with what may have been meant; what was typed stays. */
export function Problems({ problems, text, onFilter }: ProblemsProps) {
  const [first] = problems;
  if (!first) return null;
  const { kind, from, to, suggestion } = first;
  const fixed = suggestion === undefined ? undefined : fixedText(first, text, suggestion);
  return (
    <p class={styles.problem} role="status">
      <span>
        {i18n.t(`filter.problems.${kind}`, [text.slice(from, to).replace(/[:：].*/s, '')])}
        {kind === 'field' || kind === 'state' || kind === 'date' || kind === 'value'
          ? ` · ${i18n.t('filter.problems.asWords')}`
          : ''}
      </span>
      {fixed !== undefined && (
        <button type="button" onClick={() => onFilter(fixed)}>
          {i18n.t('filter.problems.use', [suggestion ?? ''])}
        </button>
      )}
    </p>
  );
}

/** Of an open group the whole sentence is suggested, of anything else the piece. */
function fixedText({ kind, from, to }: Problem, text: string, suggestion: string): string {
  return kind === 'open' ? suggestion : text.slice(0, from) + suggestion + text.slice(to);
}
