import type { Signal } from '@preact/signals';
import type { Entries, ShelvingChange } from '../db/entries';
import { type Trouble, troubleOf } from '../trouble';
import type { Done, Library } from './model';

type Actions = Pick<
  Library,
  | 'save'
  | 'shelve'
  | 'move'
  | 'remove'
  | 'archive'
  | 'finish'
  | 'later'
  | 'undo'
  | 'dismissDone'
  | 'dismissTrouble'
>;

interface State {
  trouble: Signal<Trouble | undefined>;
  done: Signal<Done | undefined>;
}

/** The actions of a library. What failed is in `trouble`; what is shown follows the announcement, not the wish. */
export function actions(db: Entries, { trouble, done }: State): Actions {
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
  /** Does something to entries and remembers them as they were. */
  const doing = async (what: Done['what'], urls: string[], work: () => Promise<unknown>) => {
    const before = await attempt(() => db.get(urls));
    if (!before || !(await attempt(work))) return false;
    if (before.value.length > 0) done.value = { what, before: before.value };
    return true;
  };
  const shelve = (urls: string[], change: ShelvingChange) => did(() => db.shelve(urls, change));
  return {
    save: async (posts, options) => (await attempt(() => db.save(posts, options)))?.value,
    shelve,
    move: (url, before) => did(() => db.move(url, before)),
    remove: (urls) => doing('removed', urls, () => db.remove(urls)),
    archive: (urls) => doing('archived', urls, () => db.shelve(urls, { archived: true })),
    finish: (url) => doing('finished', [url], () => db.shelve([url], { read: true, queued: false })),
    later: (url) => doing('later', [url], () => db.move(url)),
    async undo() {
      const last = done.value;
      if (!last) return false;
      const isDone = await did(() =>
        last.what === 'removed' ? db.restore(last.before) : db.reshelve(last.before),
      );
      if (isDone && done.value === last) done.value = undefined;
      return isDone;
    },
    dismissDone() {
      done.value = undefined;
    },
    dismissTrouble() {
      trouble.value = undefined;
    },
  };
}
