import { ACCENTS, COMMANDS } from './tex-names';

/** Commands for characters with a meaning in TeX. Braces become commands, as BibTeX counts even escaped ones. */
const MARKS: Record<string, string> = {
  '\\': 'textbackslash',
  '{': 'textbraceleft',
  '}': 'textbraceright',
  '~': 'textasciitilde',
  '^': 'textasciicircum',
  '<': 'textless',
  '>': 'textgreater',
  '|': 'textbar',
};

/**
 * An accent with its letter, with or without braces; a command with its empty group or the blanks it eats; an escaped
 * character; a brace that only groups, a dollar around a formula, dashes and quotes made of several characters, a tie.
 */
const MARKUP =
  /\\(?:([`'^~=."])|([uvHcdbkrt])(?![a-zA-Z]))\s?(?:\{\s?)?\\?([\p{L}](?![a-zA-Z]*\{))\}?|\\([a-zA-Z]{1,40})(?:\{\}|[ \t]+)?|\\([^a-zA-Z])|([{}$])|(---|--|``|''|\?`|!`)|(~)/gu;

/** The address of a link, before its words. */
const HREF = /\\href\s?\{[^{}]{0,4096}\}(?=\s?\{)/g;

/** A short formula: `$_2$`, `$10^{12}$`. */
const FORMULA = /(?<!\\)\$[^$\n]{1,100}(?<!\\)\$/g;

/** What is set lower or higher in a formula stands on the line. */
function withoutScripts(formula: string): string {
  return formula.replace(/(?<!\\)[_^](?:\{([^{}]{0,100})\}|)/g, '$1');
}

const LIGATURES: Record<string, string> = {
  '---': '—',
  '--': '–',
  '``': '“',
  "''": '”',
  '?`': '¿',
  '!`': '¡',
};

/** Text that LaTeX prints as it is, with balanced braces. */
export function escapeTex(text: string): string {
  return (
    text
      .replace(/[\\{}~^<>|&%$#_]/g, (mark) => (mark in MARKS ? `\\${MARKS[mark]}{}` : `\\${mark}`))
      // Two of these would be one sign: a dash, a quotation mark.
      .replace(/[-'`?!](?=[-'`])/g, '$&{}')
  );
}

/** An address in TeX: only its marks are escaped, and a command may stand around it. */
export function addressOfTex(value: string): string {
  const inside =
    /\\(?:url|href|path)\s?\{([^{}]{1,4096})\}/.exec(value)?.[1] ??
    /https?:\/\/[^\s{}"<>]{1,4096}/i.exec(value)?.[0];
  return (inside ?? '').replace(/\\([_%&#~{}$])/g, '$1').replace(/[.,;]$/, '');
}

/** The plain text of a value of BibTeX: accents, commands and dashes are the characters they stand for. */
export function plainOfTex(value: string): string {
  return value
    .replace(HREF, '')
    .replace(FORMULA, withoutScripts)
    .replace(MARKUP, (...found: (string | undefined)[]) => plain(found));
}

function plain([whole = '', mark, accent, letter = '', name, escaped, , ligature, tie]: (
  | string
  | undefined
)[]): string {
  const combining = ACCENTS.get(mark ?? accent ?? '');
  if (combining) return `${letter}${combining}`.normalize('NFC');
  if (name) return named(name, whole);
  if (escaped !== undefined) return /[\\,;:!\s]/.test(escaped) ? ' ' : escaped.replace('-', '');
  if (ligature) return LIGATURES[ligature] ?? ligature;
  return tie ? '\u00a0' : '';
}

/** A character by its command; a command of layout is nothing, its words remain. */
function named(name: string, whole: string): string {
  const sign = COMMANDS.get(name);
  // The blanks after a command are eaten, unless the command itself is.
  return sign ?? (/\s$/.test(whole) ? ' ' : '');
}
