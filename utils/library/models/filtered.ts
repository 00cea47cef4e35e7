import type { ReadonlySignal, Signal } from '@preact/signals';
import type { TagCount } from '../../domain/entry';
import type { List } from '../../runtime/lazy-list';
import type { Parsed } from '../../search/parse-query';
import type { TagCounts } from '../../search/tags/tag-counts';
import type { Collation } from '../../search/text/collation';

/** What the filter finds, and what of it is ticked. */
export interface FilteredModel {
  /** The filter as text. */
  filter: Signal<string>;
  /** The parsed filter. */
  parsed: ReadonlySignal<Parsed>;
  /** What is found by: the same, but for a term that is still being typed. */
  applied: ReadonlySignal<Parsed>;
  /** How texts are compared, for highlighting. */
  collation: ReadonlySignal<Collation>;
  /** The addresses that match the filter: by where its words were found, then newest first. */
  shown: ReadonlySignal<List<string>>;
  /** The ticked addresses; those not shown do not count. */
  ticked: Signal<ReadonlySet<string>>;
  /** The ticked addresses among those shown, in their order. */
  chosen: ReadonlySignal<readonly string[]>;
  /** How many of the matches (ignoring any-of groups) each tag finds. */
  tagCounts: ReadonlySignal<TagCounts>;
  /** All tags a filter can find, including mere parents, with their counts, most first. */
  findableTags: ReadonlySignal<TagCount[]>;
}
