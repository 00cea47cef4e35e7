import { paragraphs } from '../encode/markdown';
import { timeOf } from '../moments';
import type { Raw } from '../read-of';
import { unescaped } from './link-forms';

/** The excerpt of a post, as a quotation at the beginning of a note. */
const QUOTED = /^> (.*)(?:\n\n|\n?$)/;

/** What our own note says: its properties, and below them the excerpt and the reader's note. */
export function rawOfOwnNote(properties: Record<string, unknown>, body: string): Raw {
  const text = body.replace(/^\n+|\s+$/g, '');
  const excerpt = QUOTED.exec(text);
  const rest = excerpt ? text.slice(excerpt[0].length) : text;
  return {
    ...properties,
    authorUrl: properties.author_url,
    publishedAt: properties.published,
    savedAt: timeOf(properties.saved),
    readAt: timeOf(properties.read),
    archivedAt: timeOf(properties.archived),
    tags: properties.original_tags ?? properties.tags,
    excerpt: properties.original_excerpt ?? (excerpt ? unescaped(excerpt[1] ?? '') : undefined),
    note: noteIn(rest, properties.original_note),
  };
}

/** The note in the text, with the breaks of its lines; as it was kept beside, where the text was not changed since. */
function noteIn(text: string, original: unknown): string | undefined {
  if (typeof original === 'string' && paragraphs(original) === text) return original;
  return plainParagraphs(text) || undefined;
}

/** Text of a note without its escapes; a backslash before a line break is the break. */
export function plainParagraphs(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~\n])/g, '$1');
}
