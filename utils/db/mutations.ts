import type { Post } from '../domain/entry';
import { inQueueOrder } from '../domain/queue-order';
import { refreshed } from '../domain/refresh-post';
import { type Renaming, retagged } from '../domain/renaming';
import type { SaveOptions, SaveResult } from '../messaging/contract';
import { inBatches, type Task } from './batches';
import type { ShelvingChange } from './entries';
import { lastRank, ranksFrom, respread } from './rank';
import { type PreparedChange, shelved } from './shelve';
import type { UnitOfWork } from './unit-of-work';

/** How far a clock may be wrong, in milliseconds. */
const DAY = 86_400_000;

/** Saves posts; those already saved are refreshed. */
export async function saveAll(
  unit: UnitOfWork,
  posts: Post[],
  { tags = [], queue }: SaveOptions,
): Promise<SaveResult> {
  const unique = [...new Map(posts.map((post) => [post.url, post])).values()];
  const known = await unit.getAll(unique.map((post) => post.url));
  const change: ShelvingChange = { addTags: tags, ...(queue && { queued: true }) };
  const nextRank = ranksFrom([await lastRank(unit.entries)]);
  const result: SaveResult = { added: [], refreshed: [] };
  // A millisecond apart, so that the library, newest first, keeps the order of the page.
  for (const [index, post] of unique.entries()) {
    const old = known[index];
    const entry = old ? refreshed(old, post) : { ...post, savedAt: unit.now - index, tags: [] };
    (old ? result.refreshed : result.added).push(post.url);
    unit.put(shelved(entry, change, unit.now, nextRank), old);
  }
  return result;
}

/** Changes the shelving of saved entries. */
export async function shelveAll(
  unit: UnitOfWork,
  urls: string[],
  change: PreparedChange,
  task: Task = {},
): Promise<void> {
  const nextRank = ranksFrom([await lastRank(unit.entries)]);
  await inBatches([...new Set(urls)], task, async (batch) => {
    for (const entry of await unit.getAll(batch))
      if (entry) unit.put(shelved(entry, change, unit.now, nextRank), entry);
  });
}

/** Moves a queued entry right before another, or to the end. */
export async function moveOne(unit: UnitOfWork, url: string, before?: string): Promise<void> {
  const all = inQueueOrder(await unit.entries.index('queue').getAll());
  const moved = all.find((entry) => entry.url === url);
  if (!moved || before === url) return;
  const rest = all.filter((entry) => entry !== moved);
  const found = rest.findIndex((entry) => entry.url === before);
  const place = found < 0 ? rest.length : found;
  const known = new Map(all.map((entry) => [entry.url, entry]));
  for (const entry of respread(rest, moved, place)) unit.put(entry, known.get(entry.url));
}

/** Moves entries to the trash. */
export async function removeAll(unit: UnitOfWork, urls: string[], task: Task = {}): Promise<void> {
  await inBatches([...new Set(urls)], task, async (batch) => {
    for (const entry of await unit.getAll(batch)) if (entry) unit.remove(entry);
  });
}

/** Restores entries from the trash; one that was saved again meanwhile stays as it is. */
export async function restoreAll(unit: UnitOfWork, urls: string[]): Promise<void> {
  const [removed, known] = await Promise.all([
    Promise.all(urls.map((url) => unit.trash.get(url))),
    unit.getAll(urls),
  ]);
  for (const [index, row] of removed.entries()) {
    if (!row) continue;
    unit.ignoreFailure(unit.trash.delete(row.url));
    if (!known[index]) unit.put(row.entry, undefined);
  }
}

/** Renames tags and those below them, also to names already in use; tags without a new name are dropped. */
export async function retagAll(unit: UnitOfWork, renaming: Renaming, task: Task = {}): Promise<void> {
  const index = unit.entries.index('tag');
  const ranges = [...renaming.keys()].flatMap((tag) => [
    IDBKeyRange.only(tag),
    // Everything that begins with `tag/` sorts between it and `tag0`: 0 follows the slash.
    IDBKeyRange.bound(`${tag}/`, `${tag}0`, false, true),
  ]);
  const found = (await Promise.all(ranges.map((range) => index.getAll(range)))).flat();
  const carriers = [...new Map(found.map((one) => [one.url, one])).values()];
  await inBatches(carriers, task, async (batch) => {
    for (const entry of batch) unit.put({ ...entry, tags: retagged(entry.tags, renaming) }, entry);
    await unit.written();
  });
}

/** Deletes what was removed up to a moment, and returns the addresses. Dates in the future are set to now. */
export async function deleteRemoved(unit: UnitOfWork, before: number): Promise<string[]> {
  const removedAt = unit.trash.index('removedAt');
  const [old, ahead] = await Promise.all([
    removedAt.getAllKeys(IDBKeyRange.upperBound(before)),
    removedAt.getAll(IDBKeyRange.lowerBound(Math.max(before, unit.now + DAY), true)),
  ]);
  for (const url of old) unit.ignoreFailure(unit.trash.delete(url));
  for (const row of ahead) unit.ignoreFailure(unit.trash.put({ ...row, removedAt: unit.now }));
  return old;
}
