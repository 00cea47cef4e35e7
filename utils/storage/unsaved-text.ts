const PREFIX = 'jot:';

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
