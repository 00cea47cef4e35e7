import { browser } from 'wxt/browser';
import { isOrphan, orphanTrouble } from './messaging';

/** What a reader has begun on one page and not yet saved. Kept in `storage.local`, so it outlives everything. */
export interface Draft {
  /** Canonical URLs of the ticked posts. */
  ticked: string[];
  /** Tags chosen for the next save. */
  tags: string[];
  /** Text typed into the tag field, not yet a tag. */
  typed: string;
}

export const NO_DRAFT: Draft = { ticked: [], tags: [], typed: '' };

/** One key for each page, so that writers for different pages never meet. */
const PREFIX = 'draft:';

/** How many drafts are kept. */
const MOST = 100;

interface Kept extends Draft {
  /** Epoch milliseconds of the last change. */
  at: number;
  /** Whose change it was. */
  by: string;
}

/** This surface among those that show the same page. Pages on http have no `crypto.randomUUID`. */
const ME = String(Math.random());

/** One write after another: none overtakes a later one of the same surface. */
let writing: Promise<void> = Promise.resolve();

/** The draft of the page at this address (see `PageState`). Throws a `TroubleError`. */
export async function readDraft(address: string): Promise<Draft> {
  const key = PREFIX + address;
  return draftFrom((await attempt(() => browser.storage.local.get(key)))[key]);
}

/** Keeps a draft; an empty one is forgotten. The newest 100 are kept. Throws a `TroubleError`. */
export function writeDraft(address: string, draft: Draft, by = ME): Promise<void> {
  const written = writing.then(() => attempt(() => put(PREFIX + address, draft, by)));
  writing = written.catch(() => {});
  return written;
}

async function put(key: string, { ticked, tags, typed }: Draft, by: string): Promise<void> {
  const kept: Kept = { ticked, tags, typed, at: Date.now(), by };
  const isNew = (await browser.storage.local.get(key))[key] === undefined;
  const isEmpty = ticked.length + tags.length + typed.length === 0;
  if (isNew && isEmpty) return;
  // An empty draft is said before it is removed: the removal itself does not tell whose it was.
  await browser.storage.local.set({ [key]: kept });
  if (isEmpty) await browser.storage.local.remove(key);
  else if (isNew) await forgetOldest(key);
}

/**
 * Hears what other surfaces change. What this one wrote is not heard: by the time it came back the reader may have
 * gone on, and would be taken back a step.
 */
export function onDraftChange(
  address: string,
  listener: (draft: Draft) => void,
  signal: AbortSignal,
  me = ME,
): void {
  const key = PREFIX + address;
  const hear = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const value = area === 'local' ? changes[key]?.newValue : undefined;
    if (typeof value === 'object' && value && writerOf(value) !== me) listener(draftFrom(value));
  };
  browser.storage.onChanged.addListener(hear);
  const stop = () => {
    if (!isOrphan()) browser.storage.onChanged.removeListener(hear);
  };
  signal.addEventListener('abort', stop, { once: true });
}

function writerOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'by' in value ? value.by : undefined;
}

/** @param newest the key just written: never forgotten, whatever the clock says */
async function forgetOldest(newest: string): Promise<void> {
  const all = Object.entries(await browser.storage.local.get(null));
  const drafts = all.filter(([key]) => key.startsWith(PREFIX) && key !== newest);
  const oldestLast = drafts.map(([key, value]) => ({ key, at: timeOf(value) })).sort((a, b) => b.at - a.at);
  const surplus = oldestLast.slice(MOST - 1).map(({ key }) => key);
  if (surplus.length > 0) await browser.storage.local.remove(surplus);
}

function timeOf(value: unknown): number {
  const at = typeof value === 'object' && value !== null && 'at' in value ? value.at : 0;
  return typeof at === 'number' ? at : 0;
}

/** What is stored may be of another version, or damaged: then there is no draft. */
function draftFrom(value: unknown): Draft {
  const { ticked, tags, typed } = (value ?? {}) as Partial<Record<keyof Draft, unknown>>;
  if (!areStrings(ticked) || !areStrings(tags) || typeof typed !== 'string')
    return { ticked: [], tags: [], typed: '' };
  return { ticked, tags, typed };
}

function areStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** In a script that stayed behind after an update the storage API is missing or throws. */
async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw orphanTrouble(error);
  }
}
