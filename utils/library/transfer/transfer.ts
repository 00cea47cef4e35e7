import { type ReadonlySignal, signal as signalOf } from '@preact/signals';
import type { CodecName, FileTroubleKind } from '../../codecs';
import { FileTrouble } from '../../codecs/file-trouble';
import type { Task } from '../../db/batches';
import type { Entries } from '../../db/entries';
import type { Incoming } from '../../db/import-entries';
import type { Entry } from '../../domain/entry';
import { type Failure, failureOf } from '../../domain/errors';
import { readFilter, type Surface } from '../../storage/settings';
import type { ChangeModel } from '../models/changes';
import type { LibraryState } from '../models/library-state';
import { readBookmarks } from './bookmarks';
import { download } from './download';
import { exportFile, fileName, filtered, queued } from './export';
import { type Plan, type Planned, plan, planFile, type Roles } from './import-plan';
import { queueing, saysWaiting } from './queueing';

/** What is exported: everything, the queue, or what the filter of a surface finds. */
export type Scope = 'all' | 'queue' | Surface;

/** The progress of a running task; `all` is absent if the total is unknown. */
export interface Progress {
  what: 'export' | 'read' | 'import';
  done: number;
  all?: number;
}

/** Why a file could not be read or written. */
export type TransferFailure = { file: FileTroubleKind; line?: number } | { failure: Failure };

/** Import and export. */
export interface Transfer {
  progress: ReadonlySignal<Progress | undefined>;
  failure: ReadonlySignal<TransferFailure | undefined>;
  /** A file that was read and waits for confirmation. */
  plan: ReadonlySignal<Plan | undefined>;
  /** Canonical URLs of the posts to import. */
  chosen: ReadonlySignal<ReadonlySet<string>>;
  /** Whether what is unread goes into the queue; at first where the file says what is. */
  queues: ReadonlySignal<boolean>;
  export(codec: CodecName, scope: Scope): Promise<void>;
  readFile(file: File): Promise<void>;
  readText(text: string): Promise<void>;
  /** Reads the browser's own bookmarks; needs the permission. */
  readBookmarks(): Promise<void>;
  /** Reads the table again, its columns as the reader says. */
  assign(roles: Roles): Promise<void>;
  choose(all: Planned[], on: boolean): void;
  /** Says whether what is unread goes into the queue. */
  queue(on: boolean): void;
  /** Imports what is chosen, as one step. */
  import(): Promise<void>;
  /** Stops the running task, or discards the plan. */
  cancel(): void;
}

interface TransferOptions {
  db: Entries;
  library: ChangeModel & Pick<LibraryState, 'counts'>;
  /** Of the extension. */
  version: string;
}

/** A file as the reader gave it, and what the reader says of it. */
interface Source {
  bytes: Uint8Array;
  name: string;
  roles?: Roles;
}

/** Import and export for the options page. */
export function openTransfer({ db, library, version }: TransferOptions): Transfer {
  const state = newState();
  const { attempt, cancel } = attempter(state);
  const { read, readSource, readAgain } = reader(state, attempt, db);
  return {
    ...state,
    export: async (name, scope) =>
      attempt('export', library.counts.value.all, async (task) => {
        const { codecs } = await import('../../codecs');
        const codec = codecs.find((one) => one.name === name);
        if (!codec) return;
        const about = { exportedAt: new Date(), version };
        const file = await exportFile(codec, await entriesOf(db, scope), about, task);
        download(file, fileName(codec, about.exportedAt));
      }),
    readFile: (file) => readSource(async () => ({ bytes: await bytesOf(file), name: file.name })),
    readText: (text) => readSource(async () => ({ bytes: new TextEncoder().encode(text), name: '' })),
    readBookmarks: () => read(async (task) => plan('browser', await readBookmarks(), db, task)),
    assign: readAgain,
    queue: (on) => {
      state.queues.value = on;
    },
    choose(all, on) {
      const urls = urlsOf(all);
      const { value } = state.chosen;
      state.chosen.value = on ? value.union(urls) : value.difference(urls);
    },
    import: () => {
      const wanted = chosenOf(state);
      return attempt('import', wanted.length, async (task) => {
        if (await library.import(wanted, task)) state.plan.value = undefined;
      });
    },
    cancel,
  };
}

/** Reads files into the plan, and the same file again as the reader says. */
function reader(state: State, attempt: Attempter['attempt'], db: Entries) {
  let source: Source | undefined;
  const read = (planning: (task: Task) => Promise<Plan>, keepsPlan = false) =>
    attempt('read', undefined, async (task) => {
      // What the reader is at work in stays in sight.
      if (!keepsPlan) state.plan.value = undefined;
      const found = await planning(task);
      const all = [...found.fresh, ...found.changed];
      state.plan.value = found;
      state.chosen.value = urlsOf(all);
      state.queues.value = saysWaiting(all.map(({ incoming }) => incoming));
    });
  const readSource = (next: () => Promise<Source>, keepsPlan = false) =>
    read(async (task) => {
      const { bytes, name, roles } = await next();
      if (!keepsPlan) source = undefined;
      const planned = await planFile(bytes, name, db, task, roles);
      source = { bytes, name };
      return planned;
    }, keepsPlan);
  const readAgain = async (roles: Roles) => {
    const same = source;
    if (same) await readSource(async () => ({ ...same, roles }), true);
  };
  return { read, readSource, readAgain };
}

function newState() {
  return {
    progress: signalOf<Progress | undefined>(undefined),
    failure: signalOf<TransferFailure | undefined>(undefined),
    plan: signalOf<Plan | undefined>(undefined),
    chosen: signalOf<ReadonlySet<string>>(new Set()),
    queues: signalOf(false),
  };
}

type State = ReturnType<typeof newState>;
type Attempter = ReturnType<typeof attempter>;

/** Runs one task at a time and reports its failure; being stopped by the reader is none. */
function attempter({ progress, failure, plan: open }: State) {
  let stop = new AbortController();
  return {
    async attempt(
      what: Progress['what'],
      all: number | undefined,
      work: (task: Task) => Promise<void>,
    ): Promise<void> {
      stop.abort();
      stop = new AbortController();
      const { signal } = stop;
      const onProgress = (done: number) => {
        if (!signal.aborted) progress.value = { what, done, ...(all !== undefined && { all }) };
      };
      onProgress(0);
      failure.value = undefined;
      try {
        await work({ onProgress, signal });
      } catch (error) {
        if (!signal.aborted) failure.value = transferFailureOf(error);
      }
      if (!signal.aborted) progress.value = undefined;
    },
    cancel(): void {
      stop.abort();
      // A stopped import keeps its plan: the reader may choose again.
      if (progress.value?.what !== 'import') open.value = undefined;
      progress.value = undefined;
    },
  };
}

/** The ticked posts of the plan, as the reader wants them. */
function chosenOf({ plan: { value }, chosen, queues }: State): Incoming[] {
  const { fresh = [], changed = [] } = value ?? {};
  const all = [...fresh, ...changed].map(({ incoming }) => incoming);
  const wanted = all.filter(({ post }) => chosen.value.has(post.url));
  return queueing(wanted, queues.value);
}

const urlsOf = (all: Planned[]): ReadonlySet<string> => new Set(all.map(({ incoming }) => incoming.post.url));

async function entriesOf(db: Entries, scope: Scope): Promise<AsyncIterable<Entry[]>> {
  if (scope === 'all') return db.batches();
  return scope === 'queue' ? queued(db) : filtered(db, await readFilter(scope));
}

/** Largest file that is read at all, in bytes: what `textOf` takes. */
const LARGEST = 256 * 2 ** 20;

async function bytesOf(file: File): Promise<Uint8Array> {
  if (file.size > LARGEST) throw new FileTrouble('too-large');
  return new Uint8Array(await file.arrayBuffer());
}

function transferFailureOf(error: unknown): TransferFailure {
  if (!(error instanceof FileTrouble)) return { failure: failureOf(error) };
  return { file: error.kind, ...(error.line !== undefined && { line: error.line }) };
}
