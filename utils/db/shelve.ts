import type { Entry } from '../domain/entry';
import { uniqueTags } from '../domain/tag';
import type { ShelvingChange } from './entries';
import type { StepKind } from './step';

/**
 * An entry with its shelving changed.
 * @param now epoch milliseconds
 * @param nextRank gives the rank at the end of the queue; called only if the entry is newly queued
 */
export function shelved(entry: Entry, change: PreparedChange, now: number, nextRank: () => string): Entry {
  const next: Entry = { ...entry, tags: changedTags(entry.tags, change) };
  const note = changedNote(entry.note ?? '', change);
  if (note !== undefined) setOrDrop(next, 'note', note.trim() ? note : undefined);
  if (change.read !== undefined) setOrDrop(next, 'readAt', change.read ? (entry.readAt ?? now) : undefined);
  if (change.archived !== undefined) {
    setOrDrop(next, 'archivedAt', change.archived ? (entry.archivedAt ?? now) : undefined);
  }
  if (change.queued === false || change.archived) delete next.queue;
  else if (change.queued && next.queue === undefined) {
    next.queue = nextRank();
    delete next.archivedAt;
  }
  return next;
}

/** A change with what it needs to be made. */
export interface PreparedChange extends ShelvingChange {
  mergeTexts?: typeof import('../domain/merge-text').mergeTexts;
}

/** Loads what a change needs. Must be called before its transaction, which cannot wait for it. */
export async function prepare(change: ShelvingChange): Promise<PreparedChange> {
  if (change.noteFrom === undefined) return change;
  const { mergeTexts } = await import('../domain/merge-text');
  return { ...change, mergeTexts };
}

/** The note merged with what was written meanwhile; one of white space only counts as none. */
function changedNote(
  here: string,
  { note, noteFrom = here, mergeTexts }: PreparedChange,
): string | undefined {
  const isNone = !here && !noteFrom.trim();
  return mergeTexts && !isNone ? mergeTexts(noteFrom, note ?? here, here) : note;
}

function changedTags(tags: string[], { addTags = [], removeTags }: ShelvingChange): string[] {
  const others = tags.filter((tag) => !removeTags?.includes(tag));
  return [...new Set([...others, ...uniqueTags(addTags)])];
}

function setOrDrop<K extends 'note' | 'readAt' | 'archivedAt'>(entry: Entry, key: K, value: Entry[K]): void {
  if (value === undefined) delete entry[key];
  else entry[key] = value;
}

/** The kind of step a change of shelving is. */
export function kindOf({ addTags, removeTags, note, read, archived, queued }: ShelvingChange): StepKind {
  if (addTags ?? removeTags) return 'tags';
  if (note !== undefined) return 'note';
  if (archived !== undefined) return archived ? 'archive' : 'unarchive';
  if (read && queued === false) return 'finish';
  if (read !== undefined) return read ? 'read' : 'unread';
  return queued ? 'queue' : 'unqueue';
}
