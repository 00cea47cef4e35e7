import { type Note, openJournal } from './backup/journal';
import { checkPosts } from './check-posts';
import type { Connection } from './connection';
import type { Committed, Done, Entries, EntriesOptions } from './entries';
import { emptyOut, moveOne, removeAll, restoreAll, retagAll, saveAll, shelveAll } from './mutations';
import { kindOf, prepare } from './shelve';
import type { Step, StepKind } from './step';
import { inOneTransaction } from './transaction';
import { cross, findRedo, findUndo, record } from './undo-log';
import type { Desk } from './unit-of-work';

type Writers = Pick<
  Entries,
  | 'save'
  | 'shelve'
  | 'retag'
  | 'move'
  | 'remove'
  | 'restore'
  | 'import'
  | 'rewind'
  | 'mend'
  | 'undo'
  | 'redo'
  | 'emptyTrash'
>;

/** Work in one transaction, written down in the journal too, and announced after the commit. */
function writer(
  connection: Connection,
  { announce, witness, now = Date.now, journal = openJournal() }: EntriesOptions,
) {
  return async <T>(work: (desk: Desk) => Promise<T>): Promise<T> => {
    const { result, note, change } = await connection(async (db) => {
      let note: Note | undefined;
      let change: Committed | undefined;
      try {
        const result = await inOneTransaction(db, now(), async (desk) => {
          const value = await work(desk);
          if (desk.after.size === 0) return value;
          note = journal.note(desk.after, await desk.number());
          change = committed(desk);
          return value;
        });
        return { result, note, change };
      } catch (error) {
        await note?.drop();
        throw error;
      }
    });
    // Committed is committed: the note is there some milliseconds later, and nobody waits for it.
    if (note) announce(note.urls);
    if (change) await witness?.(change).catch(() => {});
    return result;
  };
}

/** The writing half of the repository: one read-write transaction each, announced after the commit. */
export function writers(connection: Connection, options: EntriesOptions): Writers {
  const write = writer(connection, options);
  const { session: own = crypto.randomUUID() } = options;
  /** A change the reader can take back. */
  const step = <T>(what: StepKind, work: (desk: Desk) => Promise<T>, session = own) =>
    write(async (desk) => ({ value: await work(desk), ...(await recorded(desk, what, session)) }));
  return {
    async save(posts, how = {}) {
      checkPosts(posts);
      const { value, ...kept } = await step('save', (desk) => saveAll(desk, posts, how));
      return { ...value, ...done(kept) };
    },
    async shelve(urls, change, course) {
      await prepare(change);
      return done(
        await step(kindOf(change), (desk) => shelveAll(desk, urls, change, course), change.session),
      );
    },
    retag: async (renaming, course) => done(await step('tags', (desk) => retagAll(desk, renaming, course))),
    move: async (url, before) => done(await step('move', (desk) => moveOne(desk, url, before))),
    remove: async (urls, course) => done(await step('remove', (desk) => removeAll(desk, urls, course))),
    restore: async (urls) => done(await step('restore', (desk) => restoreAll(desk, urls))),
    // What is seldom done is loaded when it is, and before its transaction.
    async import(incoming, course) {
      const { importAll } = await import('./import-entries');
      return done(await step('import', (desk) => importAll(desk, incoming, course)));
    },
    async rewind(entries, course) {
      const { rewindAll } = await import('./replace-all');
      return done(await step('rewind', (desk) => rewindAll(desk, entries, course)));
    },
    async mend() {
      const { mendAll } = await import('./integrity');
      return done(await step('mend', mendAll));
    },
    undo: (id) => write((desk) => crossed(desk, findUndo(desk, id))),
    redo: (id) => write((desk) => crossed(desk, findRedo(desk, id))),
    async emptyTrash(before) {
      const forgotten = await write((desk) => emptyOut(desk, before));
      if (forgotten.length > 0) options.announce(forgotten);
    },
  };
}

function committed({ after, step, now }: Desk): Committed {
  const entries = [...after.values()].filter((entry) => entry !== undefined).length;
  return { entries, ...(step !== undefined && { stamp: `${step}.0.${now}` }) };
}

const done = ({ step: id }: Done): Done => (id === undefined ? {} : { step: id });

async function recorded(desk: Desk, what: StepKind, session: string): Promise<Done> {
  if (desk.before.size === 0) return {};
  const changes = [...desk.before].map(([url, other]) => ({ url, ...(other && { other }) }));
  return { step: await record(desk, { at: desk.now, what, changes, ...(what === 'note' && { session }) }) };
}

async function crossed(desk: Desk, finding: Promise<Step | undefined>) {
  const found = await finding;
  return found && cross(desk, found);
}
