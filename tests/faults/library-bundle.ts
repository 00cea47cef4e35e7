import { openDB } from 'idb';
import { openJournal } from '../../utils/db/backup/journal';
import { forgetLibrary } from '../../utils/db/backup/snapshots';
import { connect } from '../../utils/db/connection';
import type { Entries } from '../../utils/db/entries';
import { MIGRATIONS } from '../../utils/db/migrations';
import { entriesOf } from '../../utils/db/repository';
import type { Entry, Post } from '../../utils/domain/entry';
import { checkLastSeen } from '../../utils/library/recovery/last-seen';
import { pick, random } from './random';

/** Deletes all stored data. */
export async function forgetAll(): Promise<void> {
  await forgetLibrary();
  const root = await navigator.storage.getDirectory();
  await root.removeEntry('caixin-clipper', { recursive: true }).catch(() => {});
  // The page is one of the extension's own.
  const { chrome } = globalThis as unknown as {
    chrome?: { storage?: { local: { clear(): Promise<void> } } };
  };
  await chrome?.storage?.local.clear();
}

/** Remembers the library in other storage, as the background and every surface do. */
export async function remember(): Promise<void> {
  await checkLastSeen(library(), Date.now());
}

/** Whether the snapshots and the journal would restore the library as it is. */
export async function isWrittenDown(): Promise<boolean> {
  const plain = (rows: Entry[]) => JSON.stringify(rows.toSorted((a, b) => (a.url < b.url ? -1 : 1)));
  return plain(await openJournal().restore()) === plain(await library().all());
}

/** The repository of the product, over the database of the product. */
export function library(): Entries {
  return entriesOf(connect(), { announce() {} });
}

/** Fifty posts of the replica's long list. */
export function posts(): Post[] {
  return Array.from({ length: 50 }, (_, n) => ({
    url: `https://odd.blog.caixin.com/archives/${100_000 + n}`,
    title: `第 ${n + 1} 篇文章的题目`,
  }));
}

/** One change of a few posts, as plain data: made in a browser, repeated by a model. */
export type Action =
  | { kind: 'save'; n: number; tags: string[]; queue: boolean }
  | { kind: 'tag'; n: number; add: string[]; drop: string[] }
  | { kind: 'read' | 'queued' | 'archived'; n: number; on: boolean }
  | { kind: 'move'; n: number; before: number }
  | { kind: 'remove'; n: number };

function actions(seed: number, count: number): Action[] {
  const next = random(seed);
  const post = () => Math.floor(next() * 30);
  const tags = () => ['甲', '乙', '丙', '丁'].filter(() => next() < 0.4);
  return Array.from({ length: count }, () => {
    const kind = pick(next, [
      'save',
      'save',
      'tag',
      'tag',
      'read',
      'queued',
      'archived',
      'move',
      'move',
      'remove',
    ] as const);
    const n = post();
    if (kind === 'save') return { kind, n, tags: tags(), queue: next() < 0.6 };
    if (kind === 'tag') return { kind, n, add: tags(), drop: tags() };
    if (kind === 'move') return { kind, n, before: post() };
    return kind === 'remove' ? { kind, n } : { kind, n, on: next() < 0.6 };
  });
}

/** Makes so many random changes, a few at a time, and returns the step of each; none if it changed nothing. */
export async function act(seed: number, count: number): Promise<{ step: number; action: Action }[]> {
  const entries = library();
  const all = posts();
  const urlOf = (n: number) => all[n]?.url ?? '';
  const run = (action: Action): Promise<{ step?: number }> => {
    const { n } = action;
    if (action.kind === 'save')
      return entries.save(all.slice(n, n + 1), { tags: action.tags, queue: action.queue });
    if (action.kind === 'tag')
      return entries.shelve([urlOf(n)], { addTags: action.add, removeTags: action.drop });
    if (action.kind === 'move') return entries.move(urlOf(n), urlOf(action.before));
    if (action.kind === 'remove') return entries.remove([urlOf(n)]);
    return entries.shelve([urlOf(n)], { [action.kind]: action.on });
  };
  const done: { step: number; action: Action }[] = [];
  const waiting = actions(seed, count);
  const worker = async () => {
    for (let action = waiting.shift(); action; action = waiting.shift()) {
      const { step } = await run(action);
      if (step !== undefined) done.push({ step, action });
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  return done;
}

/** A database of an older version with these rows, made by the migrations up to it; or one of a future version. */
export async function createVersion(version: number, stores: Record<string, object[]>): Promise<void> {
  await forgetAll();
  const db = await openDB('caixin-clipper', version, {
    upgrade: (fresh, _from, _to, tx) => {
      for (const migrate of MIGRATIONS.slice(0, version)) migrate(fresh, tx);
      if (version > MIGRATIONS.length) fresh.createObjectStore('future', { autoIncrement: true });
    },
  });
  for (const [store, rows] of Object.entries(stores)) for (const row of rows) await db.put(store, row);
  db.close();
}

/** The contents of a store, in a database that no page of the extension has open. */
export async function rowsOf(store: string): Promise<{ version: number; rows: unknown[] }> {
  const db = await openDB('caixin-clipper');
  const found = { version: db.version, rows: await db.getAll(store) };
  db.close();
  return found;
}
