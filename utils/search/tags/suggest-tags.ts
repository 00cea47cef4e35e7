import type { TagCount } from '../../domain/entry';
import { cleanTag } from '../../domain/tag';
import { type Fold, fold } from '../text/fold';
import type { TagHints } from './tag-hints';

export interface Asked extends TagHints {
  /** All tags, most used first; pass the same array for every letter, as its folded forms are cached by it. */
  known: TagCount[];
  /** Category and author from the page. */
  category?: string | undefined;
  author?: string | undefined;
  chosen: readonly string[];
  typed: string;
  limit: number;
  /** How names are compared. */
  fold?: Fold;
}

/** How many recent tags are offered, and how many that often go with the chosen ones. */
const FEW = 3;

/**
 * Tags to offer, without those already chosen. If nothing is typed: recent ones, those that often go with the chosen, the
 * category and author of the post, then the most used. Otherwise those that begin with the text, then those with a step
 * that does, then those that contain it.
 */
export function suggestionsFor(asked: Asked): TagCount[] {
  const taken = new Set(asked.chosen);
  const found: TagCount[] = [];
  const typed = (asked.fold ?? fold)(asked.typed.trim());
  for (const one of typed ? holding(asked, typed) : unasked(asked, taken)) {
    if (found.length >= asked.limit) break;
    if (taken.has(one.tag)) continue;
    taken.add(one.tag);
    found.push(one);
  }
  return found;
}

interface Index {
  fold: Fold;
  folded: string[];
  counts: ReadonlyMap<string, TagCount>;
}

const indexes = new WeakMap<TagCount[], Index>();

/** Cached for a list of tags, not made for every letter. */
function indexOf({ known, fold: folding = fold }: Asked): Index {
  const made = indexes.get(known);
  if (made?.fold === folding) return made;
  const folded = known.map(({ tag }) => folding(tag));
  const index = { fold: folding, folded, counts: new Map(known.map((one) => [one.tag, one])) };
  indexes.set(known, index);
  return index;
}

function* unasked(asked: Asked, taken: ReadonlySet<string>): Generator<TagCount> {
  const { known, recent, together } = asked;
  const { counts } = indexOf(asked);
  // Tags no longer in use are not offered.
  const few = (tags: readonly string[]) =>
    tags.filter((tag) => counts.has(tag) && !taken.has(tag)).slice(0, FEW);
  const close = [...together].sort((a, b) => b[1] - a[1]).map(([tag]) => tag);
  const last = few(recent);
  const all = [...last, ...few(close.filter((tag) => !last.includes(tag)))];
  for (const tag of all) yield counts.get(tag) ?? { tag, count: 0 };
  yield* told(asked);
  yield* known;
}

/** Category and author of the page, as tags. */
function told(asked: Asked): TagCount[] {
  const { counts } = indexOf(asked);
  return [asked.category, asked.author].flatMap((name) => {
    const tag = cleanTag(name ?? '');
    return tag === undefined ? [] : (counts.get(tag) ?? { tag, count: 0 });
  });
}

function holding(asked: Asked, typed: string): TagCount[] {
  const ranks: [TagCount[], TagCount[], TagCount[]] = [[], [], []];
  const put = (one: TagCount, folded: string) => {
    const at = folded.indexOf(typed);
    if (at < 0) return;
    ranks[at === 0 ? 0 : folded.includes(`/${typed}`) ? 1 : 2].push(one);
  };
  const { folded, fold: folding } = indexOf(asked);
  for (const [index, one] of asked.known.entries()) put(one, folded[index] ?? '');
  for (const one of told(asked)) put(one, folding(one.tag));
  return ranks.flat();
}
