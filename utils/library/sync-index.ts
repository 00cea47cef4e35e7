import type { Entry } from '../domain/entry';
import { yieldToMain } from '../runtime/yield-to-main';
import { SearchIndex } from '../search/index/search-index';
import { loadFold } from '../search/text/chinese';
import type { Sources } from './options';

/** A search index of all entries that is kept up to date. */
export interface SyncedIndex {
  index: SearchIndex;
  /** Updates entries; undefined: they are gone. */
  update(changes: { url: string; entry: Entry | undefined }[]): void;
}

type Progress = (progress: { done: number; all: number } | undefined) => void;

/** Entries read at a time. */
const PART = 400;

/** With fewer entries, reading them is faster than reading a file. */
const LEAST = 1000;

/** After so many changes the file is written again. */
const MANY = 500;

/** How long changes must pause before the file is written, in milliseconds. */
const CALM = 2000;

/**
 * Opens the search index from its file and applies the changes since. If there is no file, or it is damaged, or has another
 * number of entries than the library, the index is rebuilt from all entries.
 * @param count how many entries the library has, or had a moment ago
 */
export async function syncIndex(
  sources: Sources,
  count: Promise<number>,
  onProgress: Progress,
): Promise<SyncedIndex> {
  const { index, cursor, changes } =
    (await loadSaved(sources, count)) ?? (await rebuild(sources, count, onProgress));
  let unsaved = changes;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let known = cursor;
  const save = async () => {
    const now = await sources.db.cursor();
    if (!(await bringUpToDate(sources, index, known))) return;
    known = now;
    unsaved = 0;
    await sources.indexStore.save({ index, cursor: now });
  };
  const saveSoon = () => {
    clearTimeout(timer);
    if (unsaved < MANY || index.size < LEAST || sources.signal.aborted) return;
    // If it cannot be saved, the next opening rebuilds it.
    timer = setTimeout(() => void save().catch(() => {}), CALM);
  };
  sources.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  saveSoon();
  return {
    index,
    update(all) {
      for (const { url, entry } of all) {
        if (entry) index.put(entry);
        else index.delete(url);
      }
      unsaved += all.length;
      saveSoon();
    },
  };
}

interface Opened {
  index: SearchIndex;
  /** The state of the library that the index includes. */
  cursor: string;
  /** How many changes are not in the file. */
  changes: number;
}

async function loadSaved(sources: Sources, count: Promise<number>): Promise<Opened | undefined> {
  const { db, indexStore } = sources;
  const saved = await indexStore.load(await loadFold());
  if (!saved) return undefined;
  const changes = await bringUpToDate(sources, saved.index, saved.cursor);
  const holdsAll = (all: number) => saved.index.size === all;
  // The count may have changed meanwhile.
  if (!changes || !(holdsAll(await count) || holdsAll(await db.count()))) return undefined;
  return { ...saved, changes: changes.length };
}

/** Applies the changes since a cursor; undefined where they cannot be known. */
async function bringUpToDate({ db }: Sources, index: SearchIndex, cursor: string) {
  const urls = await db.changedSince(cursor);
  for (let at = 0; urls && at < urls.length; at += PART) {
    const part = urls.slice(at, at + PART);
    const found = new Map((await db.get(part)).map((entry) => [entry.url, entry]));
    for (const url of part) {
      const entry = found.get(url);
      if (entry) index.put(entry);
      else index.delete(url);
    }
    await yieldToMain();
  }
  return urls;
}

async function rebuild(
  { db, signal }: Sources,
  count: Promise<number>,
  onProgress: Progress,
): Promise<Opened> {
  const index = new SearchIndex(await loadFold());
  const [cursor, all] = await Promise.all([db.cursor(), count]);
  for await (const batch of db.batches(PART)) {
    if (signal.aborted) break;
    for (const entry of batch) index.put(entry);
    // Sorts as it grows: sorting all at once would block the page too long.
    index.rows();
    onProgress({ done: index.size, all });
    if (batch.length === PART) await yieldToMain();
  }
  return { index, cursor, changes: index.size };
}
