import type { Entry } from '../domain/entry';
import { FAR, isIsoDate } from '../domain/iso-date';
import { uniqueTags } from '../domain/tag';
import { canonicalUrl, httpsUrl } from '../domain/url';
import { merged } from './import-entries';
import { isRank, ranksFrom } from './rank';
import type { UnitOfWork } from './unit-of-work';

/** What a check looks for. `lost`: a row that is not a post of Caixin at all. */
export type Fault = 'row' | 'address' | 'date' | 'tags' | 'queue' | 'lost';

/** How many rows were checked, and how many have each fault. */
export interface Findings {
  rows: number;
  faults: Partial<Record<Fault, number>>;
}

/** A faulty row, and the entry it should be; undefined if it is no entry at all. */
interface Repair {
  row: Entry;
  entry: Entry | undefined;
}

const DAY = 86_400_000;
const TEXTS = ['author', 'category', 'excerpt'] as const;

/** Checks rows as they are stored: which faults they have, and how to repair them. */
export function findFaults(rows: Entry[], clock: number): { findings: Findings; repairs: Repair[] } {
  const now = plausibleNow(clock, rows);
  const findings: Findings = { rows: rows.length, faults: {} };
  const repairs: Repair[] = [];
  for (const row of rows) {
    const faults = new Set<Fault>();
    const entry = repaired(row, now, (fault) => faults.add(fault));
    if (faults.size > 0) repairs.push({ row, entry });
    for (const fault of faults) findings.faults[fault] = (findings.faults[fault] ?? 0) + 1;
  }
  return { findings, repairs };
}

/** Repairs every faulty row; rows that are no posts go to the trash. */
export async function repairAll(unit: UnitOfWork): Promise<void> {
  const rows = await unit.entries.getAll();
  const { repairs } = findFaults(rows, unit.now);
  const here = new Map(rows.map((row) => [row.url, row]));
  const rankAtEnd = ranksFrom(rows.map(({ queue }) => queue).filter(isRank));
  for (const { row, entry } of repairs) {
    if (!entry || entry.url !== row.url) unit.remove(row);
    if (!entry) continue;
    if (row.queue !== undefined && entry.queue === undefined && entry.archivedAt === undefined)
      entry.queue = rankAtEnd();
    const twin = entry.url === row.url ? undefined : here.get(entry.url);
    const next = twin ? merged(twin, { post: entry, shelving: entry }, unit.now, entry.queue) : entry;
    unit.put(next, here.get(entry.url));
    here.set(next.url, next);
  }
}

/** If most entries were saved later than now, the clock is wrong (an empty battery), not the entries. */
function plausibleNow(clock: number, rows: Entry[]): number {
  const ahead = rows.map(({ savedAt }) => savedAt).filter((at) => at > clock + DAY && at < FAR);
  const latest = ahead.reduce((a, b) => Math.max(a, b), clock);
  return ahead.length * 2 > rows.length ? latest : clock;
}

type Report = (fault: Fault) => void;

/** A row as it should be; reports its faults. Whatever its type says, a damaged row may hold anything. */
function repaired(row: Entry, now: number, report: Report): Entry | undefined {
  const url = typeof row.url === 'string' ? canonicalUrl(row.url) : undefined;
  if (!url) {
    report('lost');
    return undefined;
  }
  if (url !== row.url) report('address');
  const entry: Entry = { ...row, url };
  repairTexts(entry, report);
  repairDates(entry, now, report);
  repairShelving(entry, report);
  return entry;
}

function repairTexts(entry: Entry, report: Report): void {
  if (typeof entry.title !== 'string' || !entry.title.trim()) {
    entry.title = entry.url;
    report('row');
  }
  const drop = (key: 'author' | 'category' | 'excerpt' | 'note' | 'authorUrl' | 'image') => {
    delete entry[key];
    report('row');
  };
  for (const key of TEXTS) if (key in entry && typeof entry[key] !== 'string') drop(key);
  if ('note' in entry && !(typeof entry.note === 'string' && entry.note.trim())) drop('note');
  for (const key of ['authorUrl', 'image'] as const) {
    const value: unknown = entry[key];
    if (key in entry && !(typeof value === 'string' && httpsUrl(value) && /^https:/.test(value))) drop(key);
  }
}

/** A clock may be wrong by a day. */
function repairDates(entry: Entry, now: number, report: Report): void {
  const isTime = (time: unknown) => Number.isInteger(time) && Number(time) > 0 && Number(time) < now + DAY;
  for (const key of ['readAt', 'archivedAt'] as const) {
    if (!(key in entry) || isTime(entry[key])) continue;
    delete entry[key];
    report('date');
  }
  if ('publishedAt' in entry && !isIsoDate(entry.publishedAt)) {
    delete entry.publishedAt;
    report('date');
  }
  if (isTime(entry.savedAt)) return;
  entry.savedAt = entry.readAt ?? entry.archivedAt ?? now;
  report('date');
}

function repairShelving(entry: Entry, report: Report): void {
  const tags: unknown[] = Array.isArray(entry.tags) ? entry.tags : [];
  const clean = uniqueTags(tags.filter((tag) => typeof tag === 'string'));
  if (!Array.isArray(entry.tags) || clean.length !== tags.length || clean.some((tag, n) => tag !== tags[n])) {
    entry.tags = clean;
    report('tags');
  }
  if (!('queue' in entry) || (isRank(entry.queue) && entry.archivedAt === undefined)) return;
  delete entry.queue;
  report('queue');
}
