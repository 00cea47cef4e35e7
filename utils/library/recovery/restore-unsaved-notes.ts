import type { Entries } from '../../db/entries';
import { ifUnlocked } from '../../storage/edit-lock';
import { unsavedNotes } from '../../storage/unsaved-notes';
import { clearUnsaved, readUnsaved } from '../../storage/unsaved-text';
import type { ChangeModel } from '../models/changes';

/** Begins the names of texts typed into the tag field of an entry. */
export const TYPED = 'typed:';

/** Saves notes whose last letters were typed right before their page was closed, merged with what was written since. */
export async function restoreUnsavedNotes(
  { shelve }: Pick<ChangeModel, 'shelve'>,
  db: Pick<Entries, 'get' | 'trash'>,
): Promise<void> {
  for (const [name, { url, from, text }] of unsavedNotes()) {
    await ifUnlocked(name, async () => {
      const written = readUnsaved(name);
      const [entry] = await db.get([url]);
      if (entry ? await shelve([url], { note: text, noteFrom: from }) : !(await rests(db, url)))
        clearUnsaved(name, written);
    });
  }
}

/** A removed entry may be restored: its unsaved note waits for that. */
async function rests(db: Pick<Entries, 'trash'>, url: string): Promise<boolean> {
  return (await db.trash()).some((removed) => removed.url === url);
}
