import type { Entries } from '../../db/entries';
import { notesJotted, readJot, strike, whenFree } from '../../storage/unsaved-text';
import type { Library } from '../model';

/** Name of what is jotted into the tag field of an entry. */
export const TYPED = 'typed:';

/** Keeps the notes whose last letters were typed right before their page was closed, with what was written since. */
export async function recoverNotes(
  { shelve }: Pick<Library, 'shelve'>,
  db: Pick<Entries, 'get' | 'trash'>,
): Promise<void> {
  for (const [name, { url, from, text }] of notesJotted()) {
    await whenFree(name, async () => {
      const written = readJot(name);
      const [entry] = await db.get([url]);
      if (entry ? await shelve([url], { note: text, noteFrom: from }) : !(await rests(db, url)))
        strike(name, written);
    });
  }
}

/** A removed entry may come back: what was typed waits for it. */
async function rests(db: Pick<Entries, 'trash'>, url: string): Promise<boolean> {
  return (await db.trash()).some((removed) => removed.url === url);
}
