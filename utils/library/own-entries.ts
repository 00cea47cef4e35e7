import { announce } from '../db/changes';
import { connect } from '../db/connection';
import type { Entries } from '../db/entries';
import { entriesOf } from '../db/repository';

/** The repository over a connection of its own; what changed is announced, and remembered outside of the library. */
export function openEntries(): Entries {
  const entries: Entries = entriesOf(connect(), {
    announce,
    async witness(change) {
      const { bearWitness, witnessFirst } = await import('./recovery/witness');
      await witnessFirst(change, Date.now());
      // What cannot be remembered now is remembered after the next change.
      void bearWitness(entries, Date.now()).catch(() => {});
    },
  });
  return entries;
}
