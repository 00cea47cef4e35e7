import { storedValue } from './stored-value';

/** Most groups stored, and longest name of one: forty tags. */
const MOST = 1000;
const LONGEST = 40 * 41;

/** Groups of similar tags that the reader does not want merged, by `groupName`. */
export const dismissedMerges = storedValue<ReadonlySet<string>>('tag:apart', {
  from: (value) =>
    new Set(
      (Array.isArray(value) ? value : []).filter(
        (one): one is string => typeof one === 'string' && one.length <= LONGEST,
      ),
    ),
  into: (groups) => [...groups].slice(-MOST),
});

/** The name of a group; with one more tag it is another group. */
export function groupName(tags: readonly { tag: string }[]): string {
  return tags
    .map(({ tag }) => tag)
    .sort()
    .join('\n');
}
