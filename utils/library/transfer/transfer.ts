import { type ReadonlySignal, signal as signalOf } from '@preact/signals';
import { type CodecName, codecs, FileTrouble, type FileTroubleKind } from '../../codecs';
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
import { type Plan, type Planned, plan, planFile } from './import-plan';

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
  export(codec: CodecName, scope: Scope): Promise<void>;
  readFile(file: File): Promise<void>;
  readText(text: string): Promise<void>;
  /** Reads the browser's own bookmarks; needs the permission. */
  readBookmarks(): Promise<void>;
  choose(all: Planned[], on: boolean): void;
  /** Imports what is chosen, as one step. */
  import(): Promise<void>;
  /** Stops the running task, or discards the plan. */
  cancel(): void;
}

export interface TransferOptions {
  db: Entries;
  library: ChangeModel & Pick<LibraryState, 'counts'>;
  /** Of the extension. */
  version: string;
}

/** Import and export for the options page. */
export function openTransfer({ db, library, version }: TransferOptions): Transfer {
  const state = newState();
  const { attempt, cancel } = attempter(state);
  const read = (planning: (task: Task) => Promise<Plan>) =>
    attempt('read', undefined, async (task) => {
      state.plan.value = undefined;
      const found = await planning(task);
      state.plan.value = found;
      state.chosen.value = urlsOf([...found.fresh, ...found.changed]);
    });
  return {
    ...state,
    export: async (name, scope) =>
      attempt('export', library.counts.value.all, async (task) => {
        const codec = codecs.find((one) => one.name === name);
        if (!codec) return;
        const about = { exportedAt: new Date(), version };
        const file = await exportFile(codec, await entriesOf(db, scope), about, task);
        download(file, fileName(codec, about.exportedAt));
      }),
    readFile: (file) => read(async (task) => planFile(await bytesOf(file), file.name, db, task)),
    readText: (text) => read((task) => planFile(new TextEncoder().encode(text), '', db, task)),
    readBookmarks: () => read(async (task) => plan('browser', await readBookmarks(), db, task)),
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

function newState() {
  return {
    progress: signalOf<Progress | undefined>(undefined),
    failure: signalOf<TransferFailure | undefined>(undefined),
    plan: signalOf<Plan | undefined>(undefined),
    chosen: signalOf<ReadonlySet<string>>(new Set()),
  };
}

type State = ReturnType<typeof newState>;

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

/** The ticked posts of the plan. */
function chosenOf({ plan: { value }, chosen }: State): Incoming[] {
  const { fresh = [], changed = [] } = value ?? {};
  const all = [...fresh, ...changed].map(({ incoming }) => incoming);
  return all.filter(({ post }) => chosen.value.has(post.url));
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
