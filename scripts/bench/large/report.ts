import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, totalmem } from 'node:os';
import { type Figures, median, quantile, withUnit } from '../figures';
import type { AtSize, Large } from '../large';
import { chartOf } from './chart';

const FILE = 'docs/performance.md';
const CHART = 'docs/images/performance.svg';

/** Alternating, so that noise affects both alike. */
const BEGIN = '<!-- measured -->';

/** Where the measured part of the document begins. */
export function writeReport({ sizes }: Large, figures: Figures): void {
  const [words = ''] = readFileSync(FILE, 'utf8').split(BEGIN);
  const cpu = cpus()[0]?.model.trim() ?? 'unknown';
  const machine = `${cpus().length} × ${cpu} (${arch()}), ${Math.round(totalmem() / 2 ** 30)} GB; Chromium, packed build`;
  const rows = figures.all.map(
    ({ name, value, unit, aim }) =>
      `| ${name} | ${withUnit(value, unit)} | ${aim === undefined ? '' : `≤ ${withUnit(aim, unit)}`} |`,
  );
  const bySize = sizes.map(
    (at) => `| ${at.size.toLocaleString('en')} | ${SERIES.map(({ of }) => of(at).toFixed(1)).join(' | ')} |`,
  );
  const text = [
    BEGIN,
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)}: ${machine}.`,
    '',
    '| figure | measured | aim |',
    '| --- | --- | --- |',
    ...rows,
    '',
    '![Cost against the number of entries](images/performance.svg)',
    '',
    `| entries | ${SERIES.map(({ name }) => `${name}, ms`).join(' | ')} |`,
    `| --- | ${SERIES.map(() => '---').join(' | ')} |`,
    ...bySize,
    '',
  ];
  writeFileSync(FILE, words + text.join('\n'));
  const lines = SERIES.map(({ name, of }) => ({
    name,
    points: sizes.map((at) => [at.size, of(at)] as const),
  }));
  writeFileSync(CHART, chartOf(lines));
}

const SERIES: { name: string; of(at: AtSize): number }[] = [
  { name: 'popup: first rows', of: ({ popup }) => median(popup) },
  { name: 'panel: first rows', of: ({ panel }) => median(panel) },
  { name: 'panel: index ready', of: ({ ready }) => median(ready) },
  { name: 'search: key to painted rows, p95', of: ({ painted }) => quantile(painted, 0.95) },
];
