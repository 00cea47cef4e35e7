const PREFIX = 'jot:';

/** What is being typed into a note and is not yet saved. */
export interface UnsavedNote {
  /** The entry whose note it is. */
  url: string;
  /** The note this text was made from. */
  from: string;
  text: string;
}

/**
 * Stores at once what is being typed, in the `localStorage` of the extension's own pages: the page may be closed before
 * anything asynchronous has ended. If there is no space, only the later save keeps it.
 */
export function saveUnsaved(name: string, text: string): void {
  try {
    localStorage.setItem(PREFIX + name, text);
  } catch {
    // Full, or switched off.
  }
}

/** The unsaved text under a name. */
export function readUnsaved(name: string): string | undefined {
  return localStorage.getItem(PREFIX + name) ?? undefined;
}

/** Forgets an unsaved text once it is saved; if it is no longer this text, it stays. */
export function clearUnsaved(name: string, text?: string): void {
  if (text === undefined || readUnsaved(name) === text) localStorage.removeItem(PREFIX + name);
}

/** All unsaved texts whose names begin with this, by the rest of the name. */
export function listUnsaved(begin: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const key of Object.keys(localStorage)) {
    const text = key.startsWith(PREFIX + begin) ? localStorage.getItem(key) : null;
    if (text !== null) found.set(key.slice(PREFIX.length + begin.length), text);
  }
  return found;
}

const NOTE = 'note:';

/** The name under which an editing session stores the note of an entry; no two windows share one. */
export function unsavedNoteName(session: string, url: string): string {
  return `${NOTE}${session} ${url}`;
}

/** Stores a note at once, as it is being typed. */
export function saveUnsavedNote(name: string, { from, text }: Pick<UnsavedNote, 'from' | 'text'>): void {
  saveUnsaved(name, JSON.stringify({ from, text }));
}

/** The unsaved notes of one entry or of all, by their names. */
export function unsavedNotes(url?: string): Map<string, UnsavedNote> {
  const notes = [...listUnsaved(NOTE)].map(
    ([rest, written]) => [`${NOTE}${rest}`, noteFrom(rest, written)] as const,
  );
  return new Map(notes.filter(([, one]) => url === undefined || one.url === url));
}

function noteFrom(rest: string, written: string): UnsavedNote {
  const url = rest.slice(rest.indexOf(' ') + 1);
  try {
    const { from, text } = JSON.parse(written) as Partial<Record<keyof UnsavedNote, unknown>>;
    if (typeof from === 'string' && typeof text === 'string') return { url, from, text };
  } catch {
    // The text alone, as version 0 wrote it.
  }
  return { url, from: '', text: written };
}

/** Holds the lock of this name (Web Locks) until the signal: the reader is editing it. */
export function holdLock(name: string, signal: AbortSignal): void {
  const held = new Promise<void>((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  // Aborted before it got the lock.
  void navigator.locks.request(name, { signal }, () => held).catch(() => {});
}

/** Does the work only if nobody is editing what has this name. */
export async function ifUnlocked(name: string, work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}
