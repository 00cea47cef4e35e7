import type { About, Codec } from '../../codecs';
import type { Task } from '../../db/batches';
import type { Entries } from '../../db/entries';
import type { Entry } from '../../domain/entry';
import { localDay } from '../../domain/format-date';
import { testOf } from '../../search/match';
import { parseQuery } from '../../search/parse-query';
import { isTrash } from '../../search/shown-state';
import { loadFold, loadPinyin } from '../../search/text/chinese';

/** Bytes collected before they are handed to the browser as a blob. */
const PIECE = 1_000_000;

/** Writes entries as a file in one format. It is handed to the browser in pieces, so that little stays in memory. */
export async function exportFile(
  codec: Codec,
  batches: AsyncIterable<Entry[]>,
  about: About,
  task: Task = {},
): Promise<Blob> {
  const parts: Blob[] = [];
  let piece: (string | Uint8Array<ArrayBuffer>)[] = [];
  let size = 0;
  for await (const next of codec.encode(counted(batches, task), about)) {
    // The cast: what a codec writes is never in shared memory.
    piece.push(next as string | Uint8Array<ArrayBuffer>);
    size += next.length;
    if (size < PIECE) continue;
    parts.push(new Blob(piece));
    piece = [];
    size = 0;
  }
  return new Blob([...parts, ...piece], { type: codec.mime });
}

async function* counted(
  batches: AsyncIterable<Entry[]>,
  { onProgress, signal }: Task,
): AsyncGenerator<Entry[]> {
  let done = 0;
  for await (const batch of batches) {
    signal?.throwIfAborted();
    yield batch;
    done += batch.length;
    onProgress?.(done);
  }
}

/** The entries that match a filter, by address; entries in the trash if it shows the trash. */
export async function* filtered(db: Entries, filter: string): AsyncGenerator<Entry[]> {
  const { query } = parseQuery(filter);
  const matches = testOf(query, { fold: await loadFold(), pinyin: await loadPinyin() });
  if (isTrash(query)) {
    yield (await db.trash()).map(({ entry }) => entry).filter(matches);
    return;
  }
  for await (const batch of db.batches()) yield batch.filter(matches);
}

/** The queue in its order. */
export async function* queued(db: Entries): AsyncGenerator<Entry[]> {
  yield await db.queue();
}

/** A name for a file of today, as `caixin-clipper-2026-11-23.json`. */
export function fileName(codec: Codec, now: Date): string {
  return `caixin-clipper-${localDay(now)}.${codec.extension}`;
}
