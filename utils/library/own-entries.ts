import { announce } from '../db/changes';
import { connect } from '../db/connection';
import type { Entries } from '../db/entries';
import { entriesOf } from '../db/repository';

/** The repository over its own connection; changes are announced, and the library is remembered outside the database. */
export function openEntries(): Entries {
  const entries: Entries = entriesOf(connect(), {
    announce,
    async afterCommit(change) {
      const { checkLastSeen, rememberFirst } = await import('./recovery/last-seen');
      await rememberFirst(change, Date.now());
      // If this fails, the next change does it.
      void checkLastSeen(entries, Date.now()).catch(() => {});
    },
  });
  return entries;
}
