import { announce } from '../changes';
import { connect } from '../db/connection';
import { type Entries, entriesOf } from '../db/entries';

/** The repository over a connection of its own; what changed is announced, and remembered outside of the library. */
export function openEntries(): Entries {
  const entries: Entries = entriesOf(connect(), {
    announce,
    async witness(change) {
      const { bearWitness, witnessFirst } = await import('./witness');
      await witnessFirst(change, Date.now());
      // What cannot be remembered now is remembered after the next change.
      void bearWitness(entries, Date.now()).catch(() => {});
    },
  });
  return entries;
}
