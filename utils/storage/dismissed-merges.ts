import { storedValue } from './stored-value';

/** Most groups kept, and longest one: forty tags. */
const MOST = 1000;
const LONGEST = 40 * 41;

/** Groups of tags that look alike and that the reader does not want merged, by their names. */
export const tagsApart = storedValue<ReadonlySet<string>>('tag:apart', {
  from: (value) =>
    new Set(
      (Array.isArray(value) ? value : []).filter(
        (one): one is string => typeof one === 'string' && one.length <= LONGEST,
      ),
    ),
  into: (groups) => [...groups].slice(-MOST),
});

/** The name of a group; a tag more makes another group of it. */
export function groupName(tags: readonly { tag: string }[]): string {
  return tags
    .map(({ tag }) => tag)
    .sort()
    .join('\n');
}
