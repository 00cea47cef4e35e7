import type { ReadonlySignal, Signal } from '@preact/signals';
import type { SnapshotReason } from '../db/backup/snapshots';
import type { Task } from '../db/batches';
import type { Done, Entries } from '../db/entries';
import type { Removed } from '../db/schema';
import { kindOf } from '../db/shelve';
import type { TurnedStep } from '../db/step';
import type { Entry } from '../domain/entry';
import { type Failure, failureOf } from '../domain/errors';
import { isRenamed, type Renaming } from '../domain/renaming';
import { carried } from '../domain/tag-colours';
import type { SearchIndex } from '../search/index/search-index';
import { tagColours } from '../storage/tag-colours';
import type { Library } from './model';
import type { Notice } from './models/history';
import type { Safety } from './recovery/backups';

type Actions = Pick<
  Library,
  | 'save'
  | 'shelve'
  | 'note'
  | 'retag'
  | 'move'
  | 'remove'
  | 'archive'
  | 'finish'
  | 'later'
  | 'restore'
  | 'import'
  | 'replaceAll'
  | 'repair'
  | 'emptyTrash'
  | 'undo'
  | 'redo'
  | 'dismissNotice'
  | 'dismissFailure'
>;

/** Changes that are preceded by a snapshot whatever their size. */
const SNAPSHOT_BEFORE: Partial<Record<Notice['what'], SnapshotReason>> = {
  import: 'import',
  rewind: 'rewind',
  mend: 'mend',
};

/** From so many entries on, any change is preceded by a snapshot. */
const BULK = 50;

interface State {
  entries: Signal<ReadonlyMap<string, Entry>>;
  failure: Signal<Failure | undefined>;
  notice: Signal<Notice | undefined>;
  trash: Signal<Removed[]>;
  known: ReadonlySignal<{ index?: SearchIndex }>;
}

/** The actions of a library. Errors go to `failure`; what is shown changes with the announcement, not before. */
export function actions(db: Entries, safety: Safety, state: State): Actions {
  const attempt = attempter(state.failure);
  /** Does something and sets a notice that offers to undo it. */
  const doing = async <T extends Done>(what: Notice['what'], urls: string[], work: () => Promise<T>) => {
    const told = describe(state, what, urls);
    const done = await attempt(async () => {
      const why = SNAPSHOT_BEFORE[what] ?? (urls.length >= BULK ? 'bulk' : undefined);
      if (why) await safety.take(why);
      return work();
    });
    if (done) setNotice(state, told, done.value);
    return done?.value;
  };
  const did = async (...asked: Parameters<typeof doing>) => (await doing(...asked)) !== undefined;
  return {
    save: (posts, options) =>
      doing(options?.queue ? 'queue' : 'save', urlsOf(posts), () => db.save(posts, options)),
    shelve: (urls, change, task) => did(kindOf(change), urls, () => db.shelve(urls, change, task)),
    note: async (url, { from, to, session }) => {
      const change = { note: to, noteFrom: from, session };
      if (to !== from && !(await did('note', [url], () => db.shelve([url], change)))) return undefined;
      const read = await attempt(() => db.get([url]));
      return read?.value.map(({ note = '' }) => note)[0];
    },
    retag: (renaming, task) => did('tags', withTags(state, renaming), () => retag(db, renaming, task)),
    move: (url, before) => did('move', [url], () => db.move(url, before)),
    remove: (urls, task) => did('remove', urls, () => db.remove(urls, task)),
    archive: (urls) => did('archive', urls, () => db.shelve(urls, { archived: true })),
    finish: (url) => did('finish', [url], () => db.shelve([url], { read: true, queued: false })),
    later: (url) => did('later', [url], () => db.move(url)),
    restore: (urls) => did('restore', urls, () => db.restore(urls)),
    import: (incoming, task) =>
      did('import', urlsOf(incoming.map(({ post }) => post)), () => db.import(incoming, task)),
    replaceAll: (entries) => did('rewind', urlsOf(entries), () => db.replaceAll(entries)),
    repair: (count) => did('mend', Array(count).fill(''), () => db.repair()),
    emptyTrash: async () => (await attempt(() => db.emptyTrash(Number.POSITIVE_INFINITY))) !== undefined,
    undo: (step) => turn(state, attempt, 'undone', () => db.undo(step)),
    redo: () => turn(state, attempt, 'redone', () => db.redo()),
    dismissNotice() {
      state.notice.value = undefined;
    },
    dismissFailure() {
      state.failure.value = undefined;
    },
  };
}

async function retag(db: Entries, renaming: Renaming, task: Task | undefined): Promise<Done> {
  const done = await db.retag(renaming, task);
  // The tags are renamed even if their colours cannot be saved.
  await tagColours.change((now) => carried(now, renaming)).catch(() => {});
  return done;
}

/** The entries a renaming affects. */
function withTags({ known }: State, renaming: Renaming): string[] {
  const { index } = known.value;
  return index ? [...index.urlsOf(index.tagged((tag) => isRenamed(tag, renaming)))] : [];
}

const urlsOf = (posts: { url: string }[]) => posts.map(({ url }) => url);

type Attempt = <T>(work: () => Promise<T>) => Promise<{ value: T } | undefined>;

function attempter(failure: Signal<Failure | undefined>): Attempt {
  return async (work) => {
    try {
      const value = await work();
      failure.value = undefined;
      return { value };
    } catch (error) {
      // What the reader stopped is no failure.
      const found = failureOf(error);
      if (found.kind !== 'stopped') failure.value = found;
      return undefined;
    }
  };
}

/** A step is announced once: typing in a note stays the same step. */
function setNotice({ notice }: State, told: Notice, { step }: Done): void {
  if (step !== undefined && step !== notice.value?.step) notice.value = { ...told, step };
}

/** Made before the change: afterwards an entry may be gone. */
function describe({ entries, trash }: State, what: Notice['what'], urls: string[]): Notice {
  const [url = ''] = urls.length === 1 ? urls : [];
  const title = (entries.value.get(url) ?? trash.value.find((one) => one.url === url)?.entry)?.title;
  return { what, count: urls.length, ...(title !== undefined && { title }) };
}

async function turn(
  state: State,
  attempt: Attempt,
  what: 'undone' | 'redone',
  work: () => Promise<TurnedStep | undefined>,
): Promise<boolean> {
  const turned = await attempt(work);
  const stepped = turned?.value;
  if (stepped) {
    const { urls, title } = stepped;
    state.notice.value = { what, count: urls.length, ...(title !== undefined && { title }) };
  }
  if (turned && !stepped) state.notice.value = undefined;
  return stepped !== undefined;
}
