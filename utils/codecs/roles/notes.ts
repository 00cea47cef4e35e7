import { isAddress, isObject, plainIn } from './texts';

/** Under which keys a highlight keeps what was marked, and what the reader wrote to it. */
const MARKED = ['quote', 'highlight', 'text', 'content', 'html', 'selectedText'] as const;
const SAID = ['note', 'comment', 'annotation', 'body', 'annote'] as const;

/** The reader's own words: a text, or highlights with what was said to each, a blank line between them. */
export function notesIn(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const all = value
      .slice(0, 1_000)
      .flatMap((one) =>
        isObject(one) ? (highlight(one) ?? []) : Array.isArray(one) ? [] : (notesIn(one) ?? []),
      );
    return all.join('\n\n') || undefined;
  }
  const text = typeof value === 'number' ? undefined : plainIn(value);
  // Feeds name the place of comments so, and programs count them.
  return text === undefined || isAddress(text) || /^(?:\d+|true|false)$/i.test(text) ? undefined : text;
}

function highlight(one: Record<string, unknown>): string | undefined {
  const said = [MARKED, SAID].flatMap((keys) => {
    const key = keys.find((name) => Object.hasOwn(one, name) && plainIn(one[name]));
    return (key && plainIn(one[key])) ?? [];
  });
  return said.join('\n') || undefined;
}
