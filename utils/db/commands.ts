import { type JournalRecord, openJournal } from './backup/journal';
import { checkPosts } from './check-posts';
import type { Connection } from './connection';
import type { Committed, Done, Entries, EntriesOptions } from './entries';
import { deleteRemoved, moveOne, removeAll, restoreAll, retagAll, saveAll, shelveAll } from './mutations';
import { kindOf, prepare } from './shelve';
import type { Step, StepKind } from './step';
import { inOneTransaction } from './transaction';
import { findRedo, findUndo, recordStep, turnStep } from './undo-log';
import type { UnitOfWork } from './unit-of-work';

type Writers = Pick<
  Entries,
  | 'save'
  | 'shelve'
  | 'retag'
  | 'move'
  | 'remove'
  | 'restore'
  | 'import'
  | 'replaceAll'
  | 'repair'
  | 'undo'
  | 'redo'
  | 'emptyTrash'
>;

/** With less free space on the disk than this, in bytes, changes wait for their journal record: it might not be written. */
const TIGHT = 32_000_000;

/** Chromium gives an extension with `unlimitedStorage` all that is free on the disk (seen in 156; 0.2 ms). */
async function isDiskTight(): Promise<boolean> {
  const { quota = Number.POSITIVE_INFINITY, usage = 0 } = await navigator.storage
    .estimate()
    .catch((): StorageEstimate => ({}));
  return quota - usage < TIGHT;
}

/** Does work in one transaction, records it in the journal, and announces it after the commit. */
function writer(
  connection: Connection,
  { announce, afterCommit, now = Date.now, journal = openJournal() }: EntriesOptions,
) {
  return async <T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T> => {
    const isTight = isDiskTight();
    const { result, record, change } = await connection(async (db) => {
      let record: JournalRecord | undefined;
      let change: Committed | undefined;
      try {
        const result = await inOneTransaction(db, now(), async (unit) => {
          const value = await work(unit);
          if (unit.after.size === 0) return value;
          record = journal.record(unit.after, await unit.number());
          // After a full disk Chromium may delete the database: a change that is in no record would be lost with it.
          const failure = (await unit.holdOpen(isTight)) && (await unit.holdOpen(record.written));
          if (failure && failure.kind === 'full') throw failure;
          change = committed(unit);
          return value;
        });
        return { result, record, change };
      } catch (error) {
        await record?.drop();
        throw error;
      }
    });
    if (record) announce(record.urls);
    if (change) await afterCommit?.(change).catch(() => {});
    return result;
  };
}

/** The writing half of the repository: one read-write transaction each, announced after the commit. */
export function writers(connection: Connection, options: EntriesOptions): Writers {
  const write = writer(connection, options);
  const { session: own = crypto.randomUUID() } = options;
  /** A change the reader can undo. */
  const step = <T>(what: StepKind, work: (unit: UnitOfWork) => Promise<T>, session = own) =>
    write(async (unit) => ({ value: await work(unit), ...(await recorded(unit, what, session)) }));
  return {
    async save(posts, how = {}) {
      checkPosts(posts);
      const { value, ...made } = await step('save', (unit) => saveAll(unit, posts, how));
      return { ...value, ...done(made) };
    },
    async shelve(urls, change, task) {
      const ready = await prepare(change);
      return done(await step(kindOf(change), (unit) => shelveAll(unit, urls, ready, task), change.session));
    },
    retag: async (renaming, task) => done(await step('tags', (unit) => retagAll(unit, renaming, task))),
    move: async (url, before) => done(await step('move', (unit) => moveOne(unit, url, before))),
    remove: async (urls, task) => done(await step('remove', (unit) => removeAll(unit, urls, task))),
    restore: async (urls) => done(await step('restore', (unit) => restoreAll(unit, urls))),
    // Rarely used code is loaded on demand, before its transaction begins.
    async import(incoming, task) {
      const { importAll } = await import('./import-entries');
      return done(await step('import', (unit) => importAll(unit, incoming, task)));
    },
    async replaceAll(entries, task) {
      const { replaceAll } = await import('./replace-all');
      return done(await step('rewind', (unit) => replaceAll(unit, entries, task)));
    },
    async repair() {
      const { repairAll } = await import('./integrity');
      return done(await step('mend', repairAll));
    },
    undo: (id) => write((unit) => turned(unit, findUndo(unit, id))),
    redo: (id) => write((unit) => turned(unit, findRedo(unit, id))),
    async emptyTrash(before) {
      const forgotten = await write((unit) => deleteRemoved(unit, before));
      if (forgotten.length > 0) options.announce(forgotten);
    },
  };
}

function committed({ after, step, now }: UnitOfWork): Committed {
  const entries = [...after.values()].filter((entry) => entry !== undefined).length;
  return { entries, ...(step !== undefined && { stamp: `${step}.0.${now}` }) };
}

const done = ({ step: id }: Done): Done => (id === undefined ? {} : { step: id });

async function recorded(unit: UnitOfWork, what: StepKind, session: string): Promise<Done> {
  if (unit.before.size === 0) return {};
  const changes = [...unit.before].map(([url, other]) => ({ url, ...(other && { other }) }));
  return {
    step: await recordStep(unit, { at: unit.now, what, changes, ...(what === 'note' && { session }) }),
  };
}

async function turned(unit: UnitOfWork, finding: Promise<Step | undefined>) {
  const found = await finding;
  return found && turnStep(unit, found);
}
