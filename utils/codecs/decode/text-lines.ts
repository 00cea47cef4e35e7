import { isSyntax } from '../../domain/title';

/** One line of a text. */
export interface TextLine {
  number: number;
  text: string;
}

/** The lines of a text, without their ends. */
export function* textLines(text: string): Generator<TextLine> {
  let number = 1;
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; number++) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    yield { number, text: text.slice(at, text[end - 1] === '\r' ? end - 1 : end) };
    at = end + 1;
  }
}

/** How a list keeps titles on lines of their own: before each address, after it, or not at all. */
type Pairing = 'before' | 'after' | undefined;

/** Lines from which the pairing of a list is told. */
const SAMPLE = 200;

/** A list in which titles and addresses take turns, line by line, to its end or for its first two hundred lines. */
export function pairingOf(text: string): Pairing {
  const kinds: boolean[] = [];
  for (const { text: line } of textLines(text.slice(0, 100_000))) {
    if (!line.trim()) continue;
    const rest = line.replace(/https?:\/\/\S+/i, '');
    // An address with words of its own needs no others.
    if (rest !== line && rest.trim() && !isSyntax(rest)) return undefined;
    kinds.push(rest !== line);
    if (kinds.length >= SAMPLE) break;
  }
  const isTurn = kinds.length > 1 && kinds.every((kind, at) => at === 0 || kind !== kinds[at - 1]);
  // An odd line at the end belongs to nothing.
  if (!isTurn || kinds.length % 2 === 1) return undefined;
  return kinds[0] ? 'after' : 'before';
}
