import { listUnsaved, saveUnsaved } from './unsaved-text';

/** What is being typed into a note and is not yet saved. */
interface UnsavedNote {
  /** The entry whose note it is. */
  url: string;
  /** The note this text was made from. */
  from: string;
  text: string;
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
