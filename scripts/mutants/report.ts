import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { groupOf, LEAST, LEAST_STRICT, STRICT } from './groups';
import type { Mutant } from './instrument';
import { FOLDER } from './plan';
import type { Outcome } from './try-all';

/** A mutant and its result. */
export type Judged = Mutant & Outcome;

/** One line of the table. */
export interface Score {
  group: string;
  /** All mutants of the group, and those that were tried. */
  all: number;
  tried: number;
  counts: Record<Outcome['status'], number>;
}

/** How many of each group were tried, and their results. */
export function scores(all: Mutant[], judged: Judged[]): Score[] {
  const total = Map.groupBy(all, ({ file }) => groupOf(file));
  const tried = Map.groupBy(judged, ({ file }) => groupOf(file));
  return [...total.keys()].sort().map((group) => {
    const list = tried.get(group) ?? [];
    const counts = { Killed: 0, Timeout: 0, Survived: 0, NoCoverage: 0 };
    for (const { status } of list) counts[status]++;
    return { group, all: total.get(group)?.length ?? 0, tried: list.length, counts };
  });
}

/** The share of those tried in a group that was killed, in per cent; 100 if there are none. */
function percent({ counts, tried }: Pick<Score, 'counts' | 'tried'>): number {
  return tried === 0 ? 100 : ((counts.Killed + counts.Timeout) / tried) * 100;
}

/** The share over all groups, each weighted by its number of mutants. */
function overall(rows: Score[]): number {
  const counted = rows.filter(({ tried }) => tried > 0);
  const all = counted.reduce((sum, row) => sum + row.all, 0);
  return counted.reduce((sum, row) => sum + (percent(row) * row.all) / all, 0);
}

/** The table as text, with the required share of each line. */
export function table(rows: Score[]): string {
  const cells = rows.map((row) => {
    const { counts, group } = row;
    const least = group in STRICT ? ` (asked: ${LEAST_STRICT})` : '';
    const numbers = [row.all, row.tried, counts.Killed, counts.Timeout, counts.Survived, counts.NoCoverage];
    return [group, ...numbers.map(String), `${percent(row).toFixed(1)} %${least}`];
  });
  const head = ['', 'mutants', 'tried', 'killed', 'timeout', 'survived', 'no coverage', 'score'];
  const foot = ['all, weighed', ...Array(6).fill(''), `${overall(rows).toFixed(1)} % (asked: ${LEAST})`];
  const lines = [head, ...cells, foot];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

/** Groups below their required share. */
export function short(rows: Score[]): string[] {
  const low = rows
    .filter((row) => row.group in STRICT && percent(row) < LEAST_STRICT)
    .map(({ group }) => group);
  return overall(rows) < LEAST ? [...low, 'all'] : low;
}

/** The surviving mutants, one line each: the place, the original code and its replacement. */
export function living(judged: Judged[]): string {
  return judged
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map((one) => {
      const { line, column } = one.location.start;
      const flat = (text: string) => text.replace(/\s+/g, ' ').slice(0, 90);
      const mark = one.status === 'NoCoverage' ? ' (no coverage)' : '';
      return `${one.file}:${line + 1}:${column + 1} ${one.mutator}${mark}: ${flat(one.original)}  →  ${flat(one.replacement)}`;
    })
    .join('\n');
}

/** Writes the report for programs (mutation testing report schema 2) and for readers. */
export function writeReports(judged: Judged[]): string {
  const files = Map.groupBy(judged, ({ file }) => file);
  const report = {
    schemaVersion: '2',
    thresholds: { high: LEAST_STRICT, low: LEAST },
    files: Object.fromEntries(
      [...files].map(([file, list]) => [
        file,
        { language: 'typescript', source: readFileSync(file, 'utf8'), mutants: list.map(entryOf) },
      ]),
    ),
  };
  writeFileSync(`${FOLDER}/report.json`, JSON.stringify(report));
  const app = createRequire(import.meta.url).resolve(
    'mutation-testing-elements/dist/mutation-test-elements.js',
  );
  const data = JSON.stringify(report).replaceAll('<', '\\u003c');
  const html = `<!doctype html><meta charset="utf-8"><title>Mutants</title><script>${readFileSync(app, 'utf8')}</script>
<mutation-test-report-app></mutation-test-report-app><script>document.querySelector('mutation-test-report-app').report = ${data}</script>`;
  writeFileSync(`${FOLDER}/report.html`, html);
  return `${FOLDER}/report.html`;
}

function entryOf({ id, mutator, replacement, location: { start, end }, status, by }: Judged) {
  const at = ({ line, column }: typeof start) => ({ line: line + 1, column: column + 1 });
  return {
    id,
    mutatorName: mutator,
    replacement,
    location: { start: at(start), end: at(end) },
    status,
    ...(by && { statusReason: by }),
  };
}
