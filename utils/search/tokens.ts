/** A token of a filter, with its position in UTF-16 units. */
export interface Token {
  kind: 'open' | 'close' | 'or' | 'and' | 'not' | 'word';
  from: number;
  to: number;
  /** The name before the colon, lower case; `#` is `tag`. */
  field?: string;
  /** What is asked for, without its quotes. */
  text: string;
  quoted: boolean;
  /** The closing quote is missing. */
  open?: boolean;
}

const SPACE = /\s/;
const OPEN = /[(（]/;
const CLOSE = /[)）]/;
const QUOTE: Record<string, string> = { '"': '"', '“': '”', '「': '」' };
/** A field name before a colon: `author:`, `作者：`. An address is no field. */
export const FIELD = /^([A-Za-z\p{Script=Han}]{1,12})[:：](?!\/\/)/u;
const WORDS: Record<string, Token['kind']> = { OR: 'or', '|': 'or', AND: 'and', NOT: 'not' };

/** Splits a filter into tokens. Any text can be split: nothing fails here. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (SPACE.test(char)) at++;
    else {
      const token = symbolAt(text, at) ?? wordAt(text, at);
      tokens.push(token);
      at = token.to;
    }
  }
  return tokens;
}

function symbolAt(text: string, at: number): Token | undefined {
  const char = text.charAt(at);
  const kind = OPEN.test(char) ? 'open' : CLOSE.test(char) ? 'close' : isMinus(text, at) ? 'not' : undefined;
  return kind && { kind, from: at, to: at + 1, text: char, quoted: false };
}

/** A minus right before something; inside a word it is a hyphen. */
function isMinus(text: string, at: number): boolean {
  return /[-－]/.test(text.charAt(at)) && at + 1 < text.length && !SPACE.test(text.charAt(at + 1));
}

function wordAt(text: string, from: number): Token {
  const rest = text.slice(from, from + 20);
  const isTag = /^[#＃](?=\S)/.test(rest);
  const field = isTag ? 'tag' : FIELD.exec(rest)?.[1]?.toLowerCase();
  const start = from + (isTag ? 1 : field === undefined ? 0 : field.length + 1);
  const value = valueAt(text, start);
  const named = field === undefined ? {} : { field };
  const kind = field === undefined && !value.quoted ? WORDS[value.text] : undefined;
  return { kind: kind ?? 'word', from, ...named, ...value };
}

function valueAt(text: string, start: number): Pick<Token, 'text' | 'to' | 'quoted' | 'open'> {
  const end = QUOTE[text.charAt(start)];
  if (end !== undefined) return quotationAt(text, start + 1, end);
  let to = start;
  while (
    to < text.length &&
    !SPACE.test(text.charAt(to)) &&
    !OPEN.test(text.charAt(to)) &&
    !CLOSE.test(text.charAt(to))
  )
    to++;
  return { text: text.slice(start, to), to, quoted: false };
}

/** Inside quotes a backslash escapes the next character. */
function quotationAt(
  text: string,
  start: number,
  end: string,
): Pick<Token, 'text' | 'to' | 'quoted' | 'open'> {
  let found = '';
  for (let at = start; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === end) return { text: found, to: at + 1, quoted: true };
    if (char === '\\' && at + 1 < text.length) at++;
    found += text.charAt(at);
  }
  return { text: found, to: text.length, quoted: true, open: true };
}
