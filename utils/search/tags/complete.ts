import { printQuery } from '../print-query';
import { isTagField } from '../terms';
import { tokensOf } from '../tokens';

/** A tag that is being typed at the end of a sentence. */
export interface Begun {
  /** The sentence before it. */
  before: string;
  /** As much of its name as there is. */
  typed: string;
}

/** The tag at the end of a sentence that is still being typed: nothing follows it yet, not even a space. */
export function tagBegun(text: string): Begun | undefined {
  const last = tokensOf(text).at(-1);
  if (!last || last.to < text.length || (last.quoted && !last.open)) return undefined;
  const isBare = /^[#＃]$/.test(last.text);
  if (!isBare && !isTagField(last.field)) return undefined;
  return { before: text.slice(0, last.from), typed: isBare ? '' : last.text };
}

/** The sentence with the tag in full, and a space behind it: what is typed next begins a word of its own. */
export function withTag({ before }: Begun, tag: string): string {
  return `${before}${printQuery({ kind: 'tag', tag })} `;
}
