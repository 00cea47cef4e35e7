import { i18n } from '#i18n';
import type { Bar } from '../../utils/search/statistics/statistics';
import styles from './statistics.module.css';

interface BarsProps {
  title: string;
  bars: Bar[];
}

/** Width of a week, width of its bar and height of the chart, in SVG units. */
const STEP = 10;
const THICK = 7;
const HIGH = 60;

/** One bar per week, each a link to what was saved or read in it. */
export function WeekBars({ title, bars }: BarsProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const [first, last] = [bars[0]?.label ?? '', bars.at(-1)?.label ?? ''];
  return (
    <figure class={styles.figure}>
      <figcaption>{title}</figcaption>
      <svg
        class={styles.weeks}
        viewBox={`0 0 ${bars.length * STEP} ${HIGH}`}
        preserveAspectRatio="none"
        role="group"
        aria-label={title}
      >
        {bars.map((bar, n) => {
          const height = bar.value === 0 ? 1 : Math.max(2, (bar.value / most) * HIGH);
          return (
            <a key={bar.label} href={addressOf(bar)} target="_blank" aria-label={labelOf(bar)} rel="noopener">
              <rect class={styles.ground} x={n * STEP} y={0} width={STEP} height={HIGH} />
              <rect
                class={bar.value === 0 ? styles.none : styles.bar}
                x={n * STEP + (STEP - THICK) / 2}
                y={HIGH - height}
                width={THICK}
                height={height}
              />
              <title>{labelOf(bar)}</title>
            </a>
          );
        })}
      </svg>
      <p class={styles.ends} aria-hidden="true">
        <span>{first}</span>
        <span>{i18n.t('stats.most', [String(Math.max(0, ...bars.map(({ value }) => value)))])}</span>
        <span>{last}</span>
      </p>
      <Table title={title} head={i18n.t('stats.week')} bars={bars.toReversed()} />
    </figure>
  );
}

/** One bar per name, the longest first, each a link to what its filter finds. */
export function NameBars({ title, head, bars }: BarsProps & { head: string }) {
  if (bars.length === 0) return null;
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <figure class={styles.figure}>
      <figcaption>{title}</figcaption>
      <ul class={styles.names}>
        {bars.map((bar) => (
          <li key={bar.label}>
            <a href={addressOf(bar)} target="_blank" aria-label={labelOf(bar)} rel="noopener">
              <span class={styles.name} lang="zh-CN">
                {bar.label}
              </span>
              <svg class={styles.line} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect
                  class={styles.bar}
                  width={bar.value === 0 ? 0 : Math.max(0.5, (bar.value / most) * 100)}
                  height={8}
                />
              </svg>
              <span class="numbers">{bar.value}</span>
            </a>
          </li>
        ))}
      </ul>
      <Table title={title} head={head} bars={bars} />
    </figure>
  );
}

function Table({ title, head, bars }: BarsProps & { head: string }) {
  return (
    <details class={styles.table}>
      <summary>{i18n.t('stats.table')}</summary>
      <table>
        <caption class="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{i18n.t('stats.posts')}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.label}>
              <th scope="row">
                <a href={addressOf(bar)} target="_blank" rel="noopener">
                  {bar.label}
                </a>
              </th>
              <td class="numbers">{bar.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function labelOf({ label, value }: Bar): string {
  return i18n.t('stats.bar', value, [label, String(value)]);
}

/** The address of the library in a tab, with the filter of a bar. */
function addressOf({ filter }: Bar): string {
  return `sidepanel.html?filter=${encodeURIComponent(filter)}`;
}
