/** linkding keeps the reader's notes behind the page's description, between marks. */
const OWN_NOTES = /\[linkding-notes\]([\s\S]*)\[\/linkding-notes\]/;

/** What stands below a bookmark: a note, or a description with the reader's notes marked in it. */
export function bookmarkNotes(text: string): { note: string; excerpt?: string } {
  const found = OWN_NOTES.exec(text);
  if (!found) return { note: text };
  return { note: (found[1] ?? '').trim(), excerpt: text.slice(0, found.index).trim() };
}
