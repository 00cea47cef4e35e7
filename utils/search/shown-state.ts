import type { Query } from './query';
import type { State } from './query-fields';
import { joined, partsOf } from './query-parts';

/** The states the buttons can show; `active` if the filter names none. */
export type Show = 'active' | Extract<State, 'unread' | 'read' | 'archived' | 'trash'>;

const SHOWS: readonly State[] = ['unread', 'read', 'archived', 'trash'];

/** Which button a filter corresponds to. */
export function showOf(query: Query): Show {
  for (const part of partsOf(query)) {
    if (part.kind === 'is' && isShow(part.state)) return part.state;
  }
  return 'active';
}

/** A filter with its state replaced. */
export function withShow(query: Query, show: Show): Query {
  const parts = partsOf(query).filter((part) => part.kind !== 'is' || !isShow(part.state));
  return joined('and', show === 'active' ? parts : [...parts, { kind: 'is', state: show }]);
}

function isShow(state: State): state is Exclude<Show, 'active'> {
  return SHOWS.includes(state);
}

/** Whether a filter shows the trash. */
export function isTrash(query: Query): boolean {
  return showOf(query) === 'trash';
}
