import type { Signal } from '@preact/signals';
import type { Entries } from '../db/entries';
import type { Entry } from '../entry';
import { type Trouble, troubleOf } from '../trouble';
import type { Library } from './model';

type Actions = Pick<
  Library,
  'save' | 'shelve' | 'move' | 'remove' | 'undoRemove' | 'dismissRemoved' | 'dismissTrouble'
>;

interface State {
  trouble: Signal<Trouble | undefined>;
  removed: Signal<Entry[]>;
}

/** The actions of a library. What failed is in `trouble`; what is shown follows the announcement, not the wish. */
export function actions(db: Entries, { trouble, removed }: State): Actions {
  const attempt = async <T>(work: () => Promise<T>): Promise<{ value: T } | undefined> => {
    try {
      const value = await work();
      trouble.value = undefined;
      return { value };
    } catch (error) {
      trouble.value = troubleOf(error);
      return undefined;
    }
  };
  const did = async (work: () => Promise<void>) => (await attempt(work)) !== undefined;
  return {
    save: async (posts, options) => (await attempt(() => db.save(posts, options)))?.value,
    shelve: (urls, change) => did(() => db.shelve(urls, change)),
    move: (url, before) => did(() => db.move(url, before)),
    async remove(urls) {
      const gone = await attempt(() => db.remove(urls));
      if (gone && gone.value.length > 0) removed.value = gone.value;
      return gone !== undefined;
    },
    async undoRemove() {
      const entries = removed.value;
      const done = await did(() => db.restore(entries));
      if (done && removed.value === entries) removed.value = [];
      return done;
    },
    dismissRemoved() {
      removed.value = [];
    },
    dismissTrouble() {
      trouble.value = undefined;
    },
  };
}
