import type { Entries } from '../db/entries';
import { jotsOf, strike, whenFree } from '../jottings';
import type { Library } from './model';

/** Names of what is jotted of an entry. */
export const NOTE = 'note:';
export const TYPED = 'typed:';

/** Keeps the notes whose last letters were typed right before their page was closed. */
export async function recoverNotes(
  { shelve }: Pick<Library, 'shelve'>,
  db: Pick<Entries, 'get'>,
): Promise<void> {
  for (const [url, note] of jotsOf(NOTE)) {
    await whenFree(NOTE + url, async () => {
      const [entry] = await db.get([url]);
      const isKept = !entry || (entry.note ?? '') === note || (await shelve([url], { note }));
      if (isKept) strike(NOTE + url, note);
    });
  }
}
