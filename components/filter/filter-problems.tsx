import { i18n } from '#i18n';
import type { Problem } from '../../utils/search/terms';
import styles from './filter-bar.module.css';

interface ProblemsProps {
  problems: Problem[];
  /** The text of the filter. */
  text: string;
  onFilter(text: string): void;
}

/** Most problems shown at once: the others follow as these are fixed. */
const MOST = 3;

/** The parts of the filter that were not understood, each with a suggestion. */
export function Problems({ problems, text, onFilter }: ProblemsProps) {
  if (problems.length === 0) return null;
  return (
    <div role="status">
      {problems.slice(0, MOST).map((problem) => (
        <ProblemLine
          key={`${problem.kind}${problem.from}`}
          problem={problem}
          text={text}
          onFilter={onFilter}
        />
      ))}
    </div>
  );
}

function ProblemLine({ problem, text, onFilter }: Omit<ProblemsProps, 'problems'> & { problem: Problem }) {
  const { kind, suggestion } = problem;
  const fixed = suggestion === undefined ? undefined : fixedText(problem, text, suggestion);
  return (
    <p class={styles.problem}>
      <span>
        {i18n.t(`filter.problems.${kind}`, [wordOf(problem, text)])}
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

/** The word that is wrong: the name of a field, or what stands behind it. */
function wordOf({ kind, from, to }: Problem, text: string): string {
  const said = text.slice(from, to);
  return kind === 'state' ? said.replace(/^[^:：]*[:：]/, '') : said.replace(/[:：].*/s, '');
}

/** For an unclosed group the suggestion is the whole filter, otherwise only the part. */
function fixedText({ kind, from, to }: Problem, text: string, suggestion: string): string {
  return kind === 'open' ? suggestion : text.slice(0, from) + suggestion + text.slice(to);
}
