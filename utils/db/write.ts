import type { Post } from '../entry';
import type { SaveOptions, SaveResult } from '../messages';
import { checkPosts } from './check-posts';
import type { Connection } from './connection';
import type { Desk } from './desk';
import type { Done, Entries, ShelvingChange } from './entries';
import { cross, findRedo, findUndo, record, type Step, type StepKind } from './history';
import { lastRank, rankBefore, respread } from './rank';
import { inQueueOrder } from './read';
import { kindOf, refresh, shelved } from './shelving';
import { inOneTransaction } from './transaction';

type Writers = Pick<
  Entries,
  'save' | 'shelve' | 'move' | 'remove' | 'restore' | 'undo' | 'redo' | 'emptyTrash'
>;

/** The writing half of the repository: one read-write transaction each, announced after the commit. */
export function writers(
  connection: Connection,
  announce: (urls: string[]) => void,
  now: () => number,
): Writers {
  const write = <T>(work: (desk: Desk) => Promise<T>) =>
    connection(async (db) => {
      let changed: string[] = [];
      const result = await inOneTransaction(db, now(), async (desk) => {
        const value = await work(desk);
        changed = [...desk.before.keys()];
        return value;
      });
      return { result, changed };
    }).then(({ result, changed }) => {
      if (changed.length > 0) announce(changed);
      return result;
    });
  /** A change the reader can take back. */
  const step = <T>(what: StepKind, work: (desk: Desk) => Promise<T>) =>
    write(async (desk) => ({ value: await work(desk), ...(await recorded(desk, what)) }));
  const done = ({ step: id }: Done): Done => (id === undefined ? {} : { step: id });
  return {
    async save(posts, options = {}) {
      checkPosts(posts);
      const { value, ...kept } = await step('save', (desk) => saveAll(desk, posts, options));
      return { ...value, ...done(kept) };
    },
    shelve: async (urls, change) => done(await step(kindOf(change), (desk) => shelveAll(desk, urls, change))),
    move: async (url, before) => done(await step('move', (desk) => moveOne(desk, url, before))),
    remove: async (urls) => done(await step('remove', (desk) => removeAll(desk, urls))),
    restore: async (urls) => done(await step('restore', (desk) => restoreAll(desk, urls))),
    undo: (id) => write((desk) => crossed(desk, findUndo(desk, id))),
    redo: () => write((desk) => crossed(desk, findRedo(desk))),
    async emptyTrash(before) {
      const forgotten = await write((desk) => emptyOut(desk, before));
      if (forgotten.length > 0) announce(forgotten);
    },
  };
}

async function recorded(desk: Desk, what: StepKind): Promise<Done> {
  if (desk.before.size === 0) return {};
  const changes = [...desk.before].map(([url, other]) => ({ url, ...(other && { other }) }));
  return { step: await record(desk, { at: desk.now, what, changes }) };
}

async function crossed(desk: Desk, finding: Promise<Step | undefined>) {
  const found = await finding;
  return found && cross(desk, found);
}

/** Ranks for the end of the queue, one after another. */
async function ranks(desk: Desk, isNeeded: boolean | undefined): Promise<() => string> {
  let rank = isNeeded ? await lastRank(desk.entries) : '';
  return () => {
    rank = rankBefore(rank || null, null);
    return rank;
  };
}

async function saveAll(desk: Desk, posts: Post[], { tags = [], queue }: SaveOptions): Promise<SaveResult> {
  const unique = [...new Map(posts.map((post) => [post.url, post])).values()];
  const known = await desk.getAll(unique.map((post) => post.url));
  const change: ShelvingChange = { addTags: tags, ...(queue && { queued: true }) };
  const nextRank = await ranks(desk, queue);
  const result: SaveResult = { added: [], refreshed: [] };
  // A millisecond apart, so that the library, newest first, keeps the order of the page.
  for (const [index, post] of unique.entries()) {
    const old = known[index];
    const entry = old ? refresh(old, post) : { ...post, savedAt: desk.now - index, tags: [] };
    (old ? result.refreshed : result.added).push(post.url);
    desk.put(shelved(entry, change, desk.now, nextRank), old);
  }
  return result;
}

async function shelveAll(desk: Desk, urls: string[], change: ShelvingChange): Promise<void> {
  const known = await desk.getAll([...new Set(urls)]);
  const nextRank = await ranks(desk, change.queued);
  for (const entry of known) {
    if (entry) desk.put(shelved(entry, change, desk.now, nextRank), entry);
  }
}

async function moveOne(desk: Desk, url: string, before?: string): Promise<void> {
  const all = inQueueOrder(await desk.entries.index('queue').getAll());
  const moved = all.find((entry) => entry.url === url);
  if (!moved || before === url) return;
  const rest = all.filter((entry) => entry !== moved);
  const found = before === undefined ? -1 : rest.findIndex((entry) => entry.url === before);
  const place = found < 0 ? rest.length : found;
  const known = new Map(all.map((entry) => [entry.url, entry]));
  for (const entry of respread(rest, moved, place)) desk.put(entry, known.get(entry.url));
}

async function removeAll(desk: Desk, urls: string[]): Promise<void> {
  const known = await desk.getAll([...new Set(urls)]);
  for (const entry of known) if (entry) desk.remove(entry);
}

/** From the trash; what was saved again meanwhile stays as it is. */
async function restoreAll(desk: Desk, urls: string[]): Promise<void> {
  const [removed, known] = await Promise.all([
    Promise.all(urls.map((url) => desk.trash.get(url))),
    desk.getAll(urls),
  ]);
  for (const [index, row] of removed.entries()) {
    if (!row) continue;
    desk.quietly(desk.trash.delete(row.url));
    if (!known[index]) desk.put(row.entry, undefined);
  }
}

async function emptyOut(desk: Desk, before: number): Promise<string[]> {
  const old = await desk.trash.index('removedAt').getAllKeys(IDBKeyRange.upperBound(before));
  for (const url of old) desk.quietly(desk.trash.delete(url));
  return old;
}
