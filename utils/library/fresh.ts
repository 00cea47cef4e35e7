import type { Entries } from '../db/entries';
import type { Entry } from '../entry';
import { type Trouble, troubleOf } from '../trouble';
import type { LibraryOptions } from './index';

type Sources = Omit<LibraryOptions, 'entries' | 'first' | 'safety'> & { db: Entries; first: number };

interface Found {
  entries?: ReadonlyMap<string, Entry>;
  all?: number;
}

interface Next {
  state?: 'first' | 'complete';
  trouble?: Trouble | undefined;
}

/** Reads the entries into the library, first those that are seen first, and reads again what changes. */
export function keepFresh(
  { db, onChange, signal, first }: Sources,
  show: (found: Found, next: Next) => void,
): void {
  const entries = new Map<string, Entry>();
  const changed = new Set<string>();
  const put = (found: Entry[]) => {
    for (const entry of found) if (!changed.has(entry.url)) entries.set(entry.url, entry);
    return new Map(entries);
  };
  let reading: Promise<void> | undefined;
  const readChanged = async () => {
    while (changed.size > 0 && !signal.aborted) {
      const urls = [...changed];
      // Cleared before reading: what changes meanwhile is read once more.
      changed.clear();
      const found = new Map((await db.get(urls)).map((entry) => [entry.url, entry]));
      // What changed again meanwhile stays as it was shown until it is read once more: nothing flickers.
      for (const url of urls.filter((one) => !changed.has(one))) {
        const entry = found.get(url);
        if (entry) entries.set(url, entry);
        else entries.delete(url);
      }
      show({ entries: new Map(entries) }, {});
    }
  };
  const readAll = async () => {
    const [newest, queue, all] = await Promise.all([db.newest(first), db.queue(), db.count()]);
    show({ entries: put([...newest, ...queue]), all }, { state: 'first' });
    if (all > entries.size) put(await db.all());
    show({ entries: new Map(entries) }, { state: 'complete', trouble: undefined });
  };
  const run = (work: () => Promise<void>) => {
    const fail = (error: unknown) => show({}, { trouble: troubleOf(error) });
    reading = (reading ?? Promise.resolve()).then(work).catch(fail);
  };
  onChange((urls) => {
    for (const url of urls) changed.add(url);
    run(readChanged);
  }, signal);
  run(readAll);
}
