/** The shelving of a post, as plain data. */
export interface Shelf {
  tags: string[];
  read: boolean;
  archived: boolean;
  note: string;
  /** It was seen on the page, which also has its date: saving it there again changes nothing. */
  dated: boolean;
}

/** The state that an undo restores: what is saved, by number, and the queue in order. */
export interface State {
  saved: Record<number, Shelf>;
  queue: number[];
}

/**
 * What was removed, however: it stays removed until it is restored or the removal is undone; saving the post again
 * does not restore it.
 */
export type Trash = Record<number, Shelf & { queued: boolean }>;

/** One thing a reader does. */
export type Action =
  | { kind: 'save'; where: 'page' | 'popup'; ns: number[]; tags: string[]; queue: boolean }
  | { kind: 'read' | 'queued' | 'archived'; where: Surface; n: number; on: boolean }
  | { kind: 'tag'; where: Surface; n: number; tag: string; on: boolean }
  | { kind: 'note'; where: Surface; n: number; note: string }
  | { kind: 'remove'; where: Surface; n: number }
  | { kind: 'restore'; where: Surface; n: number }
  | { kind: 'move'; n: number; by: 1 | -1 }
  | { kind: 'finish' | 'later'; n: number }
  | { kind: 'rename'; tag: string; to: string }
  | { kind: 'import'; ns: number[]; tags: string[] }
  | { kind: 'undo' | 'redo'; where: Surface }
  | { kind: 'filter'; where: Surface; tag: string }
  | { kind: 'export' | 'stop worker' | 'navigate' }
  | { kind: 'reopen'; where: Surface | 'options' };

export type Surface = 'popup' | 'panel';

/** How many steps can be undone. */
const MOST = 300;

/** The library as plain data, with its history: what every surface must show in the end. */
export class Model {
  state: State = { saved: {}, queue: [] };
  trash: Trash = {};
  #undo: State[] = [];
  #redo: State[] = [];

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  do(action: Action): void {
    if (action.kind === 'undo') this.#turn(this.#undo, this.#redo);
    else if (action.kind === 'redo') this.#turn(this.#redo, this.#undo);
    else this.#change(action);
  }

  #change(action: Action): void {
    const before = structuredClone(this.state);
    if (action.kind === 'restore') this.#restore(action.n);
    else change(this.state, action);
    if (action.kind === 'remove') this.#rest(before);
    if (JSON.stringify(before) === JSON.stringify(this.state)) return;
    this.#undo.push(before);
    this.#undo.splice(0, this.#undo.length - MOST);
    this.#redo = [];
  }

  #turn(from: State[], to: State[]): void {
    const next = from.pop();
    if (!next) return;
    const before = this.state;
    to.push(before);
    this.state = structuredClone(next);
    this.#rest(before);
    for (const n of Object.keys(next.saved).map(Number)) if (!before.saved[n]) delete this.trash[n];
  }

  /** What is no longer here went to the trash. */
  #rest({ saved, queue }: State): void {
    for (const [key, shelf] of Object.entries(saved)) {
      const n = Number(key);
      if (!this.state.saved[n]) this.trash[n] = { ...shelf, queued: queue.includes(n) };
    }
  }

  #restore(n: number): void {
    const one = this.trash[n];
    if (!one) return;
    const { queued: _, ...shelf } = one;
    delete this.trash[n];
    this.state.saved[n] ??= shelf;
  }
}

function change(state: State, action: Action): void {
  const { saved } = state;
  if (action.kind === 'save') for (const n of action.ns) save(state, n, action);
  else if (action.kind === 'import') for (const n of action.ns) save(state, n, action);
  else if (action.kind === 'rename') {
    for (const one of Object.values(saved)) {
      one.tags = [...new Set(one.tags.map((tag) => (tag === action.tag ? action.to : tag)))];
    }
  } else if ('n' in action) changeOne(state, action);
}

function save(state: State, n: number, action: Extract<Action, { ns: number[] }>): void {
  state.saved[n] ??= { tags: [], read: false, archived: false, note: '', dated: false };
  const one = state.saved[n];
  one.tags = [...new Set([...one.tags, ...action.tags])];
  if (action.kind !== 'save') return;
  one.dated = true;
  if (action.queue) enqueue(state, n, one);
}

function enqueue({ queue }: State, n: number, one: Shelf): void {
  if (queue.includes(n)) return;
  queue.push(n);
  one.archived = false;
}

function dequeue(state: State, n: number): void {
  state.queue = state.queue.filter((one) => one !== n);
}

function changeOne(state: State, action: Extract<Action, { n: number }>): void {
  const { n } = action;
  const one = state.saved[n];
  if (!one) return;
  if (action.kind === 'remove') remove(state, n);
  else if (action.kind === 'tag')
    one.tags = [...one.tags.filter((tag) => tag !== action.tag), ...(action.on ? [action.tag] : [])];
  else if (action.kind === 'note') one.note = action.note;
  else if (action.kind === 'read') one.read = action.on;
  else if (action.kind === 'queued' && action.on) enqueue(state, n, one);
  else if (action.kind === 'queued') dequeue(state, n);
  else if (action.kind === 'archived') archive(state, n, one, action.on);
  else if (action.kind === 'finish') finish(state, n, one);
  else if (action.kind === 'later') moveTo(state, n, state.queue.length - 1);
  else if (action.kind === 'move') moveTo(state, n, state.queue.indexOf(n) + action.by);
}

function archive(state: State, n: number, one: Shelf, on: boolean): void {
  one.archived = on;
  if (on) dequeue(state, n);
}

function finish(state: State, n: number, one: Shelf): void {
  one.read = true;
  dequeue(state, n);
}

function remove(state: State, n: number): void {
  delete state.saved[n];
  dequeue(state, n);
}

function moveTo(state: State, n: number, place: number): void {
  const from = state.queue.indexOf(n);
  if (from < 0) return;
  const rest = state.queue.filter((one) => one !== n);
  const to = Math.max(0, Math.min(rest.length, place));
  state.queue = [...rest.slice(0, to), n, ...rest.slice(to)];
}
