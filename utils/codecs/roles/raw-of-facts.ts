import { joinNames, nameOf } from '../decode/names';
import type { Raw } from '../read-of';
import { addressOf } from './addresses';
import { momentIn, publishedIn } from './dates';
import type { Facts } from './facts';
import { notesIn } from './notes';
import { statesOf, whenChanged } from './states';
import { tagsIn } from './tag-list';
import { isAddress, isObject, plainIn, textIn } from './texts';

/** Longest excerpt of another program: longer ones are the article itself. */
const LONGEST_EXCERPT = 2_000;

/** How the values of a file are meant. */
export interface Manner {
  /** The place of the item in its file, which is its place in the queue where it waits. */
  count: number;
  /** Tags in one text are parted by blanks where no other mark parts them. */
  tagsByBlanks?: boolean;
  /** Names of the folders around an item, outermost first. */
  folders?: string[];
}

/** What an item says, as fields of an entry; `readOf` checks them. */
export function rawOfFacts(facts: Facts, { count, tagsByBlanks = false, folders = [] }: Manner): Raw {
  const url = addressOf(facts);
  const { isWaiting, isRead, isArchived } = statesOf(facts);
  const times = { saved: facts.first('savedAt', momentIn), changed: facts.first('updatedAt', momentIn) };
  const readAt = facts.first('readAt', momentIn) ?? (isRead ? whenChanged(facts) : undefined);
  const archivedAt = facts.first('archivedAt', momentIn) ?? (isArchived ? whenChanged(facts) : undefined);
  return {
    url,
    title: facts.first('title', titleIn),
    author: joinNames(facts.first('author', authorsIn) ?? []),
    authorUrl: facts.first('authorUrl', textIn),
    category: facts.first('category', categoryIn),
    publishedAt: facts.first('publishedAt', publishedIn),
    excerpt: facts.first('excerpt', excerptIn),
    image: facts.first('image', textIn),
    savedAt: times.saved ?? times.changed,
    queue: isWaiting ? placeInQueue(count) : undefined,
    readAt,
    archivedAt,
    note: [...new Set(facts.all('note').flatMap((value) => notesIn(value) ?? []))].join('\n\n'),
    tags: [...folders, ...facts.all('tags').flatMap((value) => tagsIn(value, tagsByBlanks))],
  };
}

/** The place in the queue of what stands at a place in a file. */
export function placeInQueue(count: number): string {
  return String(count).padStart(9, '0');
}

/** A title; an address is none. */
function titleIn(value: unknown): string | undefined {
  const text = plainIn(value)?.replace(/\s+/g, ' ');
  return text === undefined || isAddress(text) ? undefined : text;
}

function excerptIn(value: unknown): string | undefined {
  const text = plainIn(value);
  return text !== undefined && text.length <= LONGEST_EXCERPT && !isAddress(text) ? text : undefined;
}

/** Caixin's categories are Chinese; those of other programs are kinds of items (`article`, `rss`). */
function categoryIn(value: unknown): string | undefined {
  const text = textIn(value);
  return text && /\p{Script=Han}/u.test(text) ? text : undefined;
}

/** Names of authors: texts, or objects with the parts of a name. */
function authorsIn(value: unknown): string[] | undefined {
  const names = (Array.isArray(value) ? value : [value]).slice(0, 50).flatMap((one: unknown) => {
    const name = isObject(one) ? (textIn(one) ?? inParts(one)) : textIn(one);
    return name && !isAddress(name) ? [name.replace(/^\[\[|\]\]$/g, '')] : [];
  });
  return names.length ? names : undefined;
}

function inParts(one: Record<string, unknown>): string {
  return nameOf({
    literal: textIn(one.literal) ?? textIn(one.display_name),
    family: textIn(one.family) ?? textIn(one.lastName) ?? textIn(one.surname),
    given: textIn(one.given) ?? textIn(one.firstName) ?? textIn(one.givenName),
  });
}
