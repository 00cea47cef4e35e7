import { printQuery } from '../print-query';
import { isTagField } from '../terms';
import { tokensOf } from '../tokens';

/** A tag that is being typed at the end of a filter. */
interface TypedTag {
  /** The filter before it. */
  before: string;
  /** The part of its name typed so far. */
  typed: string;
}

/** The tag that is still being typed at the end of a filter: nothing follows it, not even a space. */
export function typedTagIn(text: string): TypedTag | undefined {
  const last = tokensOf(text).at(-1);
  if (!last || last.to < text.length || (last.quoted && !last.open)) return undefined;
  const isBare = /^[#＃]$/.test(last.text);
  if (!isBare && !isTagField(last.field)) return undefined;
  return { before: text.slice(0, last.from), typed: isBare ? '' : last.text };
}

/** The filter with the whole tag and a space after it, so that the next letter begins a new word. */
export function withTag({ before }: TypedTag, tag: string): string {
  return `${before}${printQuery({ kind: 'tag', tag })} `;
}
