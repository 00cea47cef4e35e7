import { type DecoderName, decoderFor, FileTrouble, type Read, type Reason, textOf } from '../../codecs';
import type { Task } from '../../db/batches';
import type { Entries } from '../../db/entries';
import { type Incoming, merged } from '../../db/import-entries';
import type { Entry } from '../../domain/entry';
import { addTo, incomingOf } from './gather';

/** One post of a file. */
export interface Planned {
  line: number;
  incoming: Incoming;
}

/** What importing a file would do, before anything is done. */
export interface Plan {
  format: DecoderName | 'browser';
  /** Not in the library yet. */
  fresh: Planned[];
  /** In the library, and the file adds something. */
  changed: Planned[];
  /** In the library, and the file adds nothing. */
  same: Planned[];
  /** Addresses that are no posts of Caixin. */
  foreign: { line: number; url: string; title: string }[];
  unreadable: { line: number; reason: Reason; text: string }[];
}

/** How long to read before yielding to the browser, in milliseconds. */
const TURN = 12;

/** Entries looked up at a time. */
const PART = 1000;

/**
 * Most entries a library may have after an import. With more, the search index takes so much memory that the browser may
 * end a page of the extension.
 */
export const MOST_ENTRIES = 200_000;

/** The part of the repository that a plan needs. */
type Asked = Pick<Entries, 'get'> & Partial<Pick<Entries, 'count'>>;

/** Reads a file and compares it with the library. Changes nothing. Throws a `FileTrouble`. */
export async function planFile(bytes: Uint8Array, name: string, db: Asked, task: Task = {}): Promise<Plan> {
  const text = textOf(bytes);
  const decoder = decoderFor(text, name);
  return plan(decoder.name, decoder.decode(text), db, task);
}

/** Compares what was read with the library. Throws a `FileTrouble` if there would be too many entries. */
export async function plan(
  format: Plan['format'],
  reads: Iterable<Read>,
  db: Asked,
  { onProgress, signal }: Task = {},
): Promise<Plan> {
  const result: Plan = { format, fresh: [], changed: [], same: [], foreign: [], unreadable: [] };
  const found = new Map<string, Planned>();
  let turn = performance.now() + TURN;
  let done = 0;
  for (const read of reads) {
    sort(read, result, found);
    done++;
    // Stops here: reading to the end could take more memory than there is.
    if (found.size > MOST_ENTRIES) throw new FileTrouble('too-many');
    if (performance.now() < turn) continue;
    onProgress?.(done);
    await nextTurn();
    signal?.throwIfAborted();
    turn = performance.now() + TURN;
  }
  await compare([...found.values()], result, db);
  const here = (await db.count?.()) ?? 0;
  if (result.fresh.length > 0 && here + result.fresh.length > MOST_ENTRIES) throw new FileTrouble('too-many');
  return result;
}

/** Waits until pending events are handled. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Sorts one post into the plan; the same post twice in a file is merged. */
function sort(read: Read, result: Plan, found: Map<string, Planned>): void {
  const { line } = read;
  if ('unreadable' in read) {
    result.unreadable.push({ line, reason: read.unreadable, text: read.text });
    return;
  }
  const { item } = read;
  if (!item.isCaixin) {
    result.foreign.push({ line, url: item.url, title: item.title ?? item.url });
    return;
  }
  const before = found.get(item.url);
  if (before) addTo(before.incoming, item);
  else found.set(item.url, { line, incoming: incomingOf(item) });
}

async function compare(all: Planned[], result: Plan, db: Asked): Promise<void> {
  for (let from = 0; from < all.length; from += PART) {
    const part = all.slice(from, from + PART);
    const known = await db.get(part.map(({ incoming }) => incoming.post.url));
    const here = new Map(known.map((entry) => [entry.url, entry]));
    for (const planned of part) result[kindOf(planned, here.get(planned.incoming.post.url))].push(planned);
  }
}

function kindOf({ incoming }: Planned, here: Entry | undefined): 'fresh' | 'changed' | 'same' {
  if (!here) return 'fresh';
  const after = merged(here, incoming, Date.now(), incoming.shelving.queue);
  return JSON.stringify(after) === JSON.stringify(here) ? 'same' : 'changed';
}
