import type { ReadonlySignal } from '@preact/signals';
import type { Task } from '../../db/batches';
import type { TagCount } from '../../domain/entry';
import type { Renaming } from '../../domain/renaming';
import type { Colouring, TagColours } from '../../domain/tag-colours';
import type { TagHints } from '../../search/tags/tag-hints';
import type { TagTotal } from '../../search/tags/tag-totals';

/** The reader's tags. */
export interface TagModel {
  /** All tags in use, most used first, for autocomplete. */
  tags: ReadonlySignal<TagCount[]>;
  /** All tags and their parents, with how many entries each finds, most first. */
  tagTotals: ReadonlySignal<TagTotal[]>;
  /** Recent tags, and those often used together with these. */
  tagHints(chosen: readonly string[]): TagHints;
  /** The colours of tags. */
  colours: ReadonlySignal<TagColours>;
  /** Groups of similar tags that should not be merged, by `groupName`. */
  apart: ReadonlySignal<ReadonlySet<string>>;
  /** Renames, merges, splits and drops tags and those below them, as one step; colours follow the names. */
  retag(renaming: Renaming, task?: Task): Promise<boolean>;
  /** Sets or removes the colours of tags. */
  colour(given: Colouring): Promise<void>;
  /** No longer offers to merge these tags. */
  keepApart(tags: readonly TagCount[]): Promise<void>;
}
