import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Library } from '../../utils/library';
import type { Bar, Statistics } from '../../utils/search/statistics/statistics';
import { Empty } from '../ui/empty';
import { Part } from '../ui/section';
import { NameBars, WeekBars } from './bar-chart';
import styles from './statistics.module.css';

type StatisticsModel = Pick<Library, 'counts' | 'statistics'>;

/** Statistics by week, author, tag and category; computed here, and only while they are open. */
export function StatisticsPart({ library }: { library: StatisticsModel }) {
  const [open, setOpen] = useState(false);
  return (
    <Part title={i18n.t('stats.title')} id="statistics">
      <p class="quiet">{i18n.t('stats.help')}</p>
      <button type="button" class="outlined" aria-expanded={open} onClick={() => setOpen(!open)}>
        {i18n.t(open ? 'stats.hide' : 'stats.show')}
      </button>
      {open && <Opened library={library} />}
    </Part>
  );
}

function Opened({ library }: { library: StatisticsModel }) {
  const [statistics, setStatistics] = useState<Statistics | undefined>(undefined);
  // Computed again after each change; the former figures stay until then.
  const changed = library.counts.value;
  useEffect(() => {
    let isLatest = true;
    void library.statistics().then((found) => isLatest && found && setStatistics(found));
    return () => {
      isLatest = false;
    };
  }, [changed]);
  if (!statistics) return <Empty isLoading>{i18n.t('common.loading')}</Empty>;
  if (statistics.totals.saved === 0) return <Empty>{i18n.t('stats.empty')}</Empty>;
  return <Figures statistics={statistics} />;
}

function Figures({ statistics }: { statistics: Statistics }) {
  const { totals, streak, savedByWeek, readByWeek, queueAge, authors, tags, categories } = statistics;
  const words = (bars: Bar[]) =>
    bars.map((bar) => ({ ...bar, label: i18n.t(`stats.ages.${bar.label as Age}`) }));
  const days = (count: number) => i18n.t('stats.days', count, [String(count)]);
  return (
    <div class={styles.figures}>
      <dl class={styles.totals}>
        <Total name={i18n.t('stats.saved')} value={String(totals.saved)} />
        <Total name={i18n.t('stats.read')} value={String(totals.read)} />
        <Total name={i18n.t('stats.queued')} value={String(totals.queued)} />
        <Total name={i18n.t('stats.streak')} value={days(streak.current)} />
        <Total name={i18n.t('stats.longest')} value={days(streak.longest)} />
      </dl>
      <WeekBars title={i18n.t('stats.savedByWeek')} bars={savedByWeek} />
      <WeekBars title={i18n.t('stats.readByWeek')} bars={readByWeek} />
      {totals.queued > 0 && (
        <NameBars title={i18n.t('stats.queueAge')} head={i18n.t('stats.waited')} bars={words(queueAge)} />
      )}
      <NameBars title={i18n.t('stats.authors')} head={i18n.t('stats.author')} bars={authors} />
      <NameBars title={i18n.t('stats.tags')} head={i18n.t('stats.tag')} bars={tags} />
      <NameBars title={i18n.t('stats.categories')} head={i18n.t('stats.category')} bars={categories} />
    </div>
  );
}

/** The names `statisticsOf` gives to ages. */
type Age = 'week' | 'month' | 'quarter' | 'year' | 'more';

function Total({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="numbers">{value}</dd>
    </div>
  );
}
