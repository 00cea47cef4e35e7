import type { Entry, Post } from '../entry';
import type { SaveResult } from '../messages';
import { checkPosts } from './check-posts';
import type { Connection } from './connection';
import type { Entries, ShelvingChange } from './entries';
import { lastRank, rankBefore, respread } from './rank';
import { inQueueOrder } from './read';
import { postOf, refresh, shelved, shelvingOf } from './shelving';
import { inOneTransaction, quietly, type Store } from './transaction';

type Writers = Pick<Entries, 'save' | 'shelve' | 'move' | 'remove' | 'restore' | 'reshelve'>;

/** The writing half of the repository: one read-write transaction each, announced after the commit. */
export function writers(
  connection: Connection,
  announce: (urls: string[]) => void,
  now: () => number,
): Writers {
  const write = <T>(work: (store: Store, changed: Set<string>) => Promise<T>) =>
    connection((db) => inOneTransaction(db, work)).then(({ result, changed }) => {
      if (changed.size > 0) announce([...changed]);
      return result;
    });
  return {
    async save(posts, options = {}) {
      checkPosts(posts);
      const change: ShelvingChange = { addTags: options.tags ?? [], ...(options.queue && { queued: true }) };
      return write((store, changed) => saveAll(store, changed, posts, change, now()));
    },
    shelve: (urls, change) => write((store, changed) => shelveAll(store, changed, urls, change, now())),
    move: (url, before) => write((store, changed) => moveOne(store, changed, url, before)),
    remove: (urls) => write((store, changed) => removeAll(store, changed, urls)),
    reshelve: (entries) => write((store, changed) => reshelveAll(store, changed, entries)),
    restore: (entries) => write((store, changed) => restoreAll(store, changed, entries)),
  };
}

async function saveAll(
  store: Store,
  changed: Set<string>,
  posts: Post[],
  change: ShelvingChange,
  now: number,
): Promise<SaveResult> {
  const unique = [...new Map(posts.map((post) => [post.url, post])).values()];
  const known = await Promise.all(unique.map((post) => store.get(post.url)));
  let rank = change.queued ? await lastRank(store) : '';
  const result: SaveResult = { added: [], refreshed: [] };
  // A millisecond apart, so that the library, newest first, keeps the order of the page.
  for (const [index, post] of unique.entries()) {
    const old = known[index];
    const entry = old ? refresh(old, post) : { ...post, savedAt: now - index, tags: [] };
    const kept = shelved(entry, change, now, () => {
      rank = rankBefore(rank || null, null);
      return rank;
    });
    (old ? result.refreshed : result.added).push(post.url);
    changed.add(post.url);
    quietly(store.put(kept));
  }
  return result;
}

async function shelveAll(
  store: Store,
  changed: Set<string>,
  urls: string[],
  change: ShelvingChange,
  now: number,
): Promise<void> {
  const known = await Promise.all([...new Set(urls)].map((url) => store.get(url)));
  let rank = change.queued ? await lastRank(store) : '';
  for (const entry of known) {
    if (!entry) continue;
    const next = shelved(entry, change, now, () => {
      rank = rankBefore(rank || null, null);
      return rank;
    });
    changed.add(entry.url);
    quietly(store.put(next));
  }
}

async function moveOne(store: Store, changed: Set<string>, url: string, before?: string): Promise<void> {
  const all = inQueueOrder(await store.index('queue').getAll());
  const moved = all.find((entry) => entry.url === url);
  if (!moved || before === url) return;
  const rest = all.filter((entry) => entry !== moved);
  const found = before === undefined ? -1 : rest.findIndex((entry) => entry.url === before);
  const place = found < 0 ? rest.length : found;
  for (const entry of respread(rest, moved, place)) {
    changed.add(entry.url);
    quietly(store.put(entry));
  }
}

async function removeAll(store: Store, changed: Set<string>, urls: string[]): Promise<Entry[]> {
  const known = await Promise.all([...new Set(urls)].map((url) => store.get(url)));
  const removed = known.filter((entry) => entry !== undefined);
  for (const { url } of removed) {
    changed.add(url);
    quietly(store.delete(url));
  }
  return removed;
}

async function reshelveAll(store: Store, changed: Set<string>, entries: Entry[]): Promise<void> {
  const known = await Promise.all(entries.map((entry) => store.get(entry.url)));
  for (const [index, entry] of entries.entries()) {
    const now = known[index];
    if (!now) continue;
    changed.add(entry.url);
    quietly(store.put({ ...postOf(now), ...shelvingOf(entry) }));
  }
}

async function restoreAll(store: Store, changed: Set<string>, entries: Entry[]): Promise<void> {
  const known = await Promise.all(entries.map((entry) => store.getKey(entry.url)));
  for (const [index, entry] of entries.entries()) {
    if (known[index] !== undefined) continue;
    changed.add(entry.url);
    quietly(store.put(entry));
  }
}
