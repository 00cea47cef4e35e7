import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Mutant } from './instrument';
import { FOLDER } from './plan';
import { LEAST, LEAST_STRICT, roomOf, STRICT } from './rooms';
import type { Outcome } from './try-all';

/** A mutant and what became of it. */
export type Judged = Mutant & Outcome;

/** One line of the table. */
export interface Score {
  room: string;
  /** All mutants of the room, and those that were tried. */
  all: number;
  tried: number;
  counts: Record<Outcome['status'], number>;
}

/** How many of each room were tried, and what became of them. */
export function scores(all: Mutant[], judged: Judged[]): Score[] {
  const total = Map.groupBy(all, ({ file }) => roomOf(file));
  const tried = Map.groupBy(judged, ({ file }) => roomOf(file));
  return [...total.keys()].sort().map((room) => {
    const list = tried.get(room) ?? [];
    const counts = { Killed: 0, Timeout: 0, Survived: 0, NoCoverage: 0 };
    for (const { status } of list) counts[status]++;
    return { room, all: total.get(room)?.length ?? 0, tried: list.length, counts };
  });
}

/** Of those tried in a room, the share that was killed, in per cent; 100 where there are none. */
function percent({ counts, tried }: Pick<Score, 'counts' | 'tried'>): number {
  return tried === 0 ? 100 : ((counts.Killed + counts.Timeout) / tried) * 100;
}

/** The share over all: each room weighs as much as it has mutants. */
function overall(rows: Score[]): number {
  const counted = rows.filter(({ tried }) => tried > 0);
  const all = counted.reduce((sum, row) => sum + row.all, 0);
  return counted.reduce((sum, row) => sum + (percent(row) * row.all) / all, 0);
}

/** The table as text, with what is asked of each line. */
export function table(rows: Score[]): string {
  const cells = rows.map((row) => {
    const { counts, room } = row;
    const least = room in STRICT ? ` (asked: ${LEAST_STRICT})` : '';
    const numbers = [row.all, row.tried, counts.Killed, counts.Timeout, counts.Survived, counts.NoCoverage];
    return [room, ...numbers.map(String), `${percent(row).toFixed(1)} %${least}`];
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

/** Rooms that have less than is asked of them. */
export function short(rows: Score[]): string[] {
  const low = rows.filter((row) => row.room in STRICT && percent(row) < LEAST_STRICT).map(({ room }) => room);
  return overall(rows) < LEAST ? [...low, 'all'] : low;
}

/** What lives, a line each: where it stands, what stands there, what would. */
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

/** Writes the report for a program (mutation testing report schema 2) and for eyes. */
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
