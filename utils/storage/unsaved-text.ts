const PREFIX = 'jot:';

/** What is being typed into a note and is not yet kept. */
export interface Jot {
  /** What it is a jot of. */
  url: string;
  /** What the note was when this was made of it. */
  from: string;
  text: string;
}

/**
 * Writes down at once what is being typed: the page may be gone before anything that takes time has ended. Kept by the
 * browser for the extension's own pages (`localStorage`); where there is no room it is left to what follows.
 */
export function jot(name: string, text: string): void {
  try {
    localStorage.setItem(PREFIX + name, text);
  } catch {
    // Full, or switched off.
  }
}

/** What was written down under a name. */
export function readJot(name: string): string | undefined {
  return localStorage.getItem(PREFIX + name) ?? undefined;
}

/** Forgets what was written down, once it is kept elsewhere; what was typed since stays. */
export function strike(name: string, text?: string): void {
  if (text === undefined || readJot(name) === text) localStorage.removeItem(PREFIX + name);
}

/** Everything written down under names that begin so, by the rest of the name. */
export function jotsOf(begin: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const key of Object.keys(localStorage)) {
    const text = key.startsWith(PREFIX + begin) ? localStorage.getItem(key) : null;
    if (text !== null) found.set(key.slice(PREFIX.length + begin.length), text);
  }
  return found;
}

const NOTE = 'note:';

/** The name of what one editing session writes down of the note of an entry: no two windows have one name. */
export function noteName(session: string, url: string): string {
  return `${NOTE}${session} ${url}`;
}

/** Writes down a note as it is being typed. */
export function jotNote(name: string, { from, text }: Pick<Jot, 'from' | 'text'>): void {
  jot(name, JSON.stringify({ from, text }));
}

/** The notes that are written down, of one entry or of all, by their names. */
export function notesJotted(url?: string): Map<string, Jot> {
  const jots = [...jotsOf(NOTE)].map(
    ([rest, written]) => [`${NOTE}${rest}`, noteFrom(rest, written)] as const,
  );
  return new Map(jots.filter(([, one]) => url === undefined || one.url === url));
}

function noteFrom(rest: string, written: string): Jot {
  const url = rest.slice(rest.indexOf(' ') + 1);
  try {
    const { from, text } = JSON.parse(written) as Partial<Record<keyof Jot, unknown>>;
    if (typeof from === 'string' && typeof text === 'string') return { url, from, text };
  } catch {
    // The text alone, as version 0 wrote it.
  }
  return { url, from: '', text: written };
}

/** Says, until the signal, that a thing of this name is under the reader's hands (Web Locks). */
export function hold(name: string, signal: AbortSignal): void {
  const held = new Promise<void>((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  // Aborted before it was its turn: then there is nothing to hold.
  void navigator.locks.request(name, { signal }, () => held).catch(() => {});
}

/** Does something with a thing that is under nobody's hands. */
export async function whenFree(name: string, work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}
