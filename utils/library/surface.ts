import { effect } from '@preact/signals';
import { announce, onChange } from '../changes';
import { connect } from '../db/connection';
import { entriesOf } from '../db/entries';
import { askToPersist } from '../persist';
import { readFilter, type Surface, writeFilter } from '../settings';
import { type Library, openLibrary } from './index';

/** The library of an extension page: over the page's own connection, with the filter it was left with. */
export function openSurface(surface: Surface, signal: AbortSignal): Library {
  const library = openLibrary({ entries: entriesOf(connect(), { announce }), onChange, signal });
  void rememberFilter(library, surface, signal);
  const { save } = library;
  return {
    ...library,
    async save(posts, options) {
      const result = await save(posts, options);
      if (result) void askToPersist();
      return result;
    },
  };
}

async function rememberFilter(library: Library, surface: Surface, signal: AbortSignal): Promise<void> {
  const untouched = library.filter.peek();
  const kept = await readFilter(surface).catch(() => untouched);
  if (library.filter.peek() === untouched) library.filter.value = kept;
  const stop = effect(() => void writeFilter(surface, library.filter.value).catch(() => {}));
  signal.addEventListener('abort', stop, { once: true });
}
