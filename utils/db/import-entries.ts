import type { Entry, Post, Shelving } from '../domain/entry';
import { compare } from '../domain/queue-order';
import { inBatches, type Task } from './batches';
import { isRank, lastRank, ranksFrom } from './rank';
import type { UnitOfWork } from './unit-of-work';

/** What a file says about one post. */
export interface Incoming {
  post: Post;
  shelving: Partial<Shelving>;
}

/** Facts of a post that a file may fill in if they are unknown. */
const FACTS = ['author', 'authorUrl', 'category', 'publishedAt', 'excerpt', 'image'] as const;

/**
 * An entry with what a file adds to it. Nothing is overwritten: the file fills gaps, adds tags, sets read and archived if
 * they are not set, and its note goes below the existing one. Doing it again changes nothing.
 * @param now epoch milliseconds
 * @param rank the place in the queue, if the file has one
 */
export function merged(old: Entry | undefined, incoming: Incoming, now: number, rank?: string): Entry {
  const { post, shelving } = incoming;
  if (!old) return fresh(post, shelving, now, rank);
  const next: Entry = { ...old, tags: [...new Set([...old.tags, ...(shelving.tags ?? [])])] };
  if (old.title === old.url) next.title = post.title;
  for (const fact of FACTS) if (old[fact] === undefined && post[fact] !== undefined) next[fact] = post[fact];
  next.savedAt = Math.min(old.savedAt, shelving.savedAt ?? old.savedAt);
  if (old.readAt === undefined && shelving.readAt !== undefined) next.readAt = shelving.readAt;
  const isWaiting = old.queue !== undefined;
  if (old.archivedAt === undefined && shelving.archivedAt !== undefined && !isWaiting)
    next.archivedAt = shelving.archivedAt;
  if (rank !== undefined && !isWaiting && next.archivedAt === undefined) next.queue = rank;
  const note = joined(old.note, shelving.note);
  if (note !== undefined) next.note = note;
  return next;
}

function fresh(post: Post, shelving: Partial<Shelving>, now: number, rank?: string): Entry {
  const { savedAt = now, tags = [], readAt, archivedAt, note } = shelving;
  return {
    ...post,
    savedAt,
    tags,
    ...(rank !== undefined && archivedAt === undefined && { queue: rank }),
    ...(readAt !== undefined && { readAt }),
    ...(archivedAt !== undefined && { archivedAt }),
    ...(note?.trim() && { note }),
  };
}

/** A note with what a file adds below it; the same twice changes nothing. */
export function joined(old?: string, more?: string): string | undefined {
  if (!more?.trim() || old?.includes(more)) return old;
  return old ? `${old}\n\n${more}` : more;
}

/** Saves what a file says, in one transaction that the signal of its task can stop. */
export async function importAll(unit: UnitOfWork, incoming: Incoming[], task: Task = {}): Promise<void> {
  const known = new Set(await unit.entries.getAllKeys());
  const rankOf = await ranksFor(unit, incoming);
  const done = new Map<string, Entry>();
  await inBatches(incoming, task, async (batch, from) => {
    const read = ({ post: { url } }: Incoming) => (known.has(url) ? unit.entries.get(url) : undefined);
    const here = await Promise.all(batch.map(read));
    for (const [index, one] of batch.entries()) {
      const { url } = one.post;
      const before = done.get(url) ?? here[index];
      // A millisecond apart, so that the library, newest first, keeps the order of the file.
      const entry = merged(before, one, unit.now - from - index, rankOf.get(url));
      done.set(url, entry);
      unit.put(entry, before);
    }
  });
}

/** Ranks for entries queued in the file: after the existing queue; unchanged if that is empty. */
async function ranksFor(unit: UnitOfWork, incoming: Incoming[]): Promise<Map<string, string>> {
  const queued = incoming.flatMap(({ post: { url }, shelving: { queue } }) =>
    queue === undefined ? [] : [{ url, queue }],
  );
  const order = queued.sort((a, b) => compare(a.queue, b.queue));
  const last = await lastRank(unit.entries);
  const mayStay = last === '' && order.every(({ queue }) => isRank(queue));
  const next = ranksFrom([last]);
  return new Map(order.map(({ url, queue }) => [url, mayStay ? queue : next()]));
}
