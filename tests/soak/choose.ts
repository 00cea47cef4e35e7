import { pick } from '../faults/random';
import type { Action, Model, Surface } from './model';

/** How many posts the web page lists. */
export const POSTS = 24;

const TAGS = ['甲', '乙', '丙', '丁', '甲/子'] as const;

type Choice = (next: () => number, model: Model, ns: Numbers) => Action | undefined;

/** Numbers of posts, by what can be done with them. */
interface Numbers {
  all: number[];
  saved: number[];
  trash: number[];
  queue: number[];
}

/** What a reader does next, determined by random numbers: only what is possible in the current state. */
export function choose(next: () => number, model: Model, last: Action | undefined): Action {
  const { trash } = model;
  const { saved, queue } = model.state;
  const ns = {
    all: Array.from({ length: POSTS }, (_, n) => n),
    saved: Object.keys(saved).map(Number),
    // What was removed from the queue returns to a place the plain model does not know.
    trash: Object.keys(trash)
      .map(Number)
      .filter((n) => !trash[n]?.queued && !saved[n]),
    queue,
  };
  for (;;) {
    const action = pick(next, CHOICES)(next, model, ns);
    if (action && !isSameNote(action, last)) return action;
  }
}

/** Typing in one note within a minute may be one step. */
function isSameNote(action: Action, last: Action | undefined): boolean {
  return action.kind === 'note' && last?.kind === 'note' && action.n === last.n;
}

const surface = (next: () => number): Surface => pick(next, ['popup', 'panel'] as const);
const some = (next: () => number, from: readonly number[], most: number) => [
  ...new Set(Array.from({ length: 1 + Math.floor(next() * most) }, () => pick(next, from))),
];
const tags = (next: () => number) => TAGS.filter(() => next() < 0.4);

const save: Choice = (next, _model, { all }) => ({
  kind: 'save',
  where: next() < 0.6 ? 'page' : 'popup',
  ns: some(next, all, 4).sort((a, b) => a - b),
  tags: tags(next),
  queue: next() < 0.5,
});

/** A saved post, if there is one. */
const one =
  (make: (next: () => number, n: number, model: Model) => Action | undefined): Choice =>
  (next, model, { saved }) =>
    saved.length > 0 ? make(next, pick(next, saved), model) : undefined;

const queued =
  (make: (next: () => number, n: number, queue: number[]) => Action | undefined): Choice =>
  (next, _model, { queue }) =>
    queue.length > 0 ? make(next, pick(next, queue), queue) : undefined;

const CHOICES: Choice[] = [
  save,
  save,
  one((next, n, { state }) => ({ kind: 'read', where: surface(next), n, on: !state.saved[n]?.read })),
  one((next, n, { state }) => ({ kind: 'queued', where: surface(next), n, on: !state.queue.includes(n) })),
  one((next, n, { state }) => ({ kind: 'archived', where: surface(next), n, on: !state.saved[n]?.archived })),
  one((next, n, { state }) => {
    const tag = pick(next, TAGS);
    return { kind: 'tag', where: surface(next), n, tag, on: !state.saved[n]?.tags.includes(tag) };
  }),
  one((next, n) => ({ kind: 'note', where: surface(next), n, note: `记 ${Math.floor(next() * 1000)}` })),
  one((next, n) => (next() < 0.4 ? { kind: 'remove', where: surface(next), n } : undefined)),
  (next, _model, { trash }) =>
    trash.length > 0 ? { kind: 'restore', where: surface(next), n: pick(next, trash) } : undefined,
  queued((next, n, queue) => {
    const by = next() < 0.5 ? 1 : -1;
    return n === (by > 0 ? queue.at(-1) : queue[0]) ? undefined : { kind: 'move', n, by };
  }),
  queued((next, n, queue) => {
    const kind = next() < 0.4 ? 'finish' : 'later';
    return kind === 'later' && n === queue.at(-1) ? undefined : { kind, n };
  }),
  (next, model) => {
    const used = [...new Set(Object.values(model.state.saved).flatMap((shelf) => shelf.tags))];
    const plain = used.filter(
      (tag) => !tag.includes('/') && !used.some((other) => other.startsWith(`${tag}/`)),
    );
    if (plain.length === 0 || next() < 0.5) return undefined;
    const tag = pick(next, plain);
    const to = pick(next, TAGS);
    return to.startsWith(tag) || to.includes('/') ? undefined : { kind: 'rename', tag, to };
  },
  (next, _model, { all, saved }) => {
    const fresh = all.filter((n) => !saved.includes(n));
    if (fresh.length === 0 || next() < 0.6) return undefined;
    return { kind: 'import', ns: some(next, fresh, 3), tags: tags(next) };
  },
  (next, model) => (model.canUndo ? { kind: 'undo', where: surface(next) } : undefined),
  (next, model) => (model.canUndo ? { kind: 'undo', where: surface(next) } : undefined),
  (next, model) => (model.canRedo ? { kind: 'redo', where: surface(next) } : undefined),
  (next) => ({ kind: 'filter', where: surface(next), tag: pick(next, TAGS) }),
  (next) => (next() < 0.3 ? { kind: 'stop worker' } : undefined),
  (next) => (next() < 0.2 ? { kind: 'navigate' } : undefined),
  (next) => (next() < 0.2 ? { kind: 'export' } : undefined),
  (next) =>
    next() < 0.3 ? { kind: 'reopen', where: pick(next, ['popup', 'panel', 'options'] as const) } : undefined,
];
