import { computed, type ReadonlySignal, signal as signalOf } from '@preact/signals';
import { coloured } from '../domain/tag-colours';
import { recentTags, type TagHints, tagsTogether } from '../search/tags/tag-hints';
import { tagTotals } from '../search/tags/tag-totals';
import { dismissedMerges, groupName } from '../storage/dismissed-merges';
import type { StoredValue } from '../storage/stored-value';
import { tagColours } from '../storage/tag-colours';
import type { Library } from './model';

/** How many recent tags are looked at: more than are offered, as some may be chosen already. */
const RECENT = 24;

/** What a library knows about its tags, from the tags of each entry, newest first. */
export function openTags(
  lists: ReadonlySignal<Iterable<readonly string[]>>,
  signal: AbortSignal,
): Pick<Library, 'tagTotals' | 'tagHints' | 'colours' | 'colour' | 'apart' | 'keepApart'> {
  const recent = computed(() => recentTags(lists.value, RECENT));
  return {
    tagTotals: computed(() => tagTotals(lists.value)),
    tagHints: remembering(
      (chosen) => ({
        recent: recent.value,
        together: tagsTogether(lists.value, chosen),
      }),
      lists,
    ),
    colours: followed(tagColours, new Map(), signal),
    colour: (given) => tagColours.change((now) => coloured(now, given)),
    apart: followed(dismissedMerges, new Set(), signal),
    keepApart: (tags) => dismissedMerges.change((now) => new Set([...now, groupName(tags)])),
  };
}

/** Caches the last answer while the chosen tags and the library stay the same: it is needed for every letter. */
function remembering(
  look: (chosen: readonly string[]) => TagHints,
  of: ReadonlySignal<unknown>,
): (chosen: readonly string[]) => TagHints {
  let last: { key: string; of: unknown; hints: TagHints } | undefined;
  return (chosen) => {
    const key = chosen.join('\n');
    if (last?.key !== key || last.of !== of.value) last = { key, of: of.value, hints: look(chosen) };
    return last.hints;
  };
}

/** A stored value as a signal: read once, then as it changes. */
function followed<T>(stored: StoredValue<T>, none: T, signal: AbortSignal): ReadonlySignal<T> {
  const now = signalOf(none);
  const put = (value: T) => {
    now.value = value;
  };
  stored.onChange(put, signal);
  // If it cannot be read, it stays empty.
  stored.read().then(put, () => {});
  return now;
}
