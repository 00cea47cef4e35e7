import { textOfHtml } from './html-text';

/** Under which keys an object keeps its own text. */
const TEXTS = [
  'text',
  'value',
  'name',
  'title',
  'label',
  'rendered',
  'plain_text',
  'content',
  'style',
  '#text',
] as const;

/** Whether something is an object with keys, and no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a value: itself, a number, or the text an object keeps; undefined where there is none. */
export function textIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() ? value : undefined;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.length === 1 ? textIn(value[0]) : undefined;
  if (!isObject(value)) return undefined;
  for (const key of TEXTS) {
    const inner = Object.hasOwn(value, key) ? value[key] : undefined;
    // EndNote keeps a text in the style it is set in.
    const text = key === 'style' ? styled(inner) : inner;
    if (typeof text === 'string' && text.trim()) return text;
  }
  return undefined;
}

/** A text in one style or in several, one after the other. */
function styled(inner: unknown): string | undefined {
  const parts = (Array.isArray(inner) ? inner.slice(0, 100) : [inner]).map((one: unknown) =>
    isObject(one) ? one['#text'] : one,
  );
  return parts.filter((part) => typeof part === 'string').join('') || undefined;
}

/** A text without the markup in which programs store it. */
export function plainIn(value: unknown): string | undefined {
  const text = textIn(value);
  return text === undefined ? undefined : textOfHtml(text).trim() || undefined;
}

/** Whether a text is nothing but an address. */
export function isAddress(text: string): boolean {
  return /^(?:https?:\/\/|www\.)\S{1,4096}$/i.test(text.trim());
}
