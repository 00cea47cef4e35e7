import type { Entry } from '../domain/entry';
import { breathe } from '../runtime/yield-to-main';
import { Catalogue } from '../search/index/search-index';
import { loadFold } from '../search/text/chinese';
import type { Sources } from './options';

/** A catalogue that knows every entry, and is kept so. */
export interface Follower {
  catalogue: Catalogue;
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
export async function followCatalogue(
  sources: Sources,
  count: Promise<number>,
  onProgress: Progress,
): Promise<Follower> {
  const { catalogue, standing, changes } =
    (await openKept(sources, count)) ?? (await makeAnew(sources, count, onProgress));
  let unkept = changes;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let known = standing;
  const keep = async () => {
    const now = await sources.db.standing();
    if (!(await bringUpToDate(sources, catalogue, known))) return;
    known = now;
    unkept = 0;
    await sources.catalogues.save({ catalogue, standing: now });
  };
  const keepSoon = () => {
    clearTimeout(timer);
    if (unkept < MANY || catalogue.size < WORTH || sources.signal.aborted) return;
    // Where it cannot be kept, the next opening makes it anew.
    timer = setTimeout(() => void keep().catch(() => {}), CALM);
  };
  keepSoon();
  return {
    catalogue,
    update(all) {
      for (const { url, entry } of all) {
        if (entry) catalogue.put(entry);
        else catalogue.delete(url);
      }
      unkept += all.length;
      keepSoon();
    },
  };
}

interface Opened {
  catalogue: Catalogue;
  /** How the library stood when everything up to then was in it. */
  standing: string;
  /** How much of it is not in the file. */
  changes: number;
}

async function openKept(sources: Sources, count: Promise<number>): Promise<Opened | undefined> {
  const { db, catalogues } = sources;
  const kept = await catalogues.load(await loadFold());
  if (!kept) return undefined;
  const changes = await bringUpToDate(sources, kept.catalogue, kept.standing);
  const holdsAll = (all: number) => kept.catalogue.size === all;
  // Something may have changed since it was counted.
  if (!changes || !(holdsAll(await count) || holdsAll(await db.count()))) return undefined;
  return { ...kept, changes: changes.length };
}

/** Reads what changed since the library stood so; undefined where that cannot be told. */
async function bringUpToDate({ db }: Sources, catalogue: Catalogue, standing: string) {
  const urls = await db.changedSince(standing);
  for (let at = 0; urls && at < urls.length; at += PART) {
    const part = urls.slice(at, at + PART);
    const found = new Map((await db.get(part)).map((entry) => [entry.url, entry]));
    for (const url of part) {
      const entry = found.get(url);
      if (entry) catalogue.put(entry);
      else catalogue.delete(url);
    }
    await breathe();
  }
  return urls;
}

async function makeAnew(
  { db, signal }: Sources,
  count: Promise<number>,
  onProgress: Progress,
): Promise<Opened> {
  const catalogue = new Catalogue(await loadFold());
  const [standing, all] = await Promise.all([db.standing(), count]);
  for await (const batch of db.batches(PART)) {
    if (signal.aborted) break;
    for (const entry of batch) catalogue.put(entry);
    // Sorted as it grows: all at once would take longer than the page may wait.
    catalogue.rows();
    onProgress({ done: catalogue.size, all });
    if (batch.length === PART) await breathe();
  }
  return { catalogue, standing, changes: catalogue.size };
}
