import type { Entry } from '../domain/entry';
import { yieldToMain } from '../runtime/yield-to-main';
import { SearchIndex } from '../search/index/search-index';
import { loadFold } from '../search/text/chinese';
import type { Sources } from './options';

/** A catalogue that knows every entry, and is kept so. */
export interface SyncedIndex {
  index: SearchIndex;
  /** Takes in what entries are now; undefined: they are gone. */
  update(changes: { url: string; entry: Entry | undefined }[]): void;
}

type Progress = (progress: { done: number; all: number } | undefined) => void;

/** Entries that are read at a time. */
const PART = 400;

/** Fewer entries are read sooner than a file of them. */
const WORTH = 1000;

/** So many changes since the file was written make it worth writing again. */
const MANY = 500;

/** How long nothing may change before the file is written, in milliseconds. */
const CALM = 2000;

/**
 * Opens the catalogue: from its file, brought up to date by the steps since; or anew from all entries, where there is no
 * file, or it is damaged, or does not hold as many entries as the library.
 * @param count how many entries the library holds, or held a moment ago
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
    if (unsaved < MANY || index.size < WORTH || sources.signal.aborted) return;
    // Where it cannot be kept, the next opening makes it anew.
    timer = setTimeout(() => void save().catch(() => {}), CALM);
  };
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
  /** How the library stood when everything up to then was in it. */
  cursor: string;
  /** How much of it is not in the file. */
  changes: number;
}

async function loadSaved(sources: Sources, count: Promise<number>): Promise<Opened | undefined> {
  const { db, indexStore } = sources;
  const saved = await indexStore.load(await loadFold());
  if (!saved) return undefined;
  const changes = await bringUpToDate(sources, saved.index, saved.cursor);
  const holdsAll = (all: number) => saved.index.size === all;
  // Something may have changed since it was counted.
  if (!changes || !(holdsAll(await count) || holdsAll(await db.count()))) return undefined;
  return { ...saved, changes: changes.length };
}

/** Reads what changed since the library stood so; undefined where that cannot be told. */
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
    // Sorted as it grows: all at once would take longer than the page may wait.
    index.rows();
    onProgress({ done: index.size, all });
    if (batch.length === PART) await yieldToMain();
  }
  return { index, cursor, changes: index.size };
}
