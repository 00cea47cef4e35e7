import { LIMITS } from '../plain';
import { textOfHtml } from '../roles/html-text';
import { plainOfTex } from '../tex';

/** How much of a line is looked at beside an address. */
export const BESIDE = 2 * LIMITS.title + 100;

/** A title found in a form that says so; undefined where the address stands in none. */
interface Framed {
  title: string | undefined;
}

type Form = (before: string, after: string) => Framed | undefined;

/** The forms in which text gives an address its words, tried in turn. */
const FORMS: Form[] = [
  markdownLink,
  htmlLink,
  orgLink,
  wikiLink,
  texLink,
  textileLink,
  asciiDocLink,
  behindBar,
];

/** What stands right before or behind an address in any of the forms: most addresses stand in none. */
const OPENS = /[([{<"'=:]\s?$/;
const CLOSES = /^(?: \| |\t|\[)/;

/** The words that a form gives an address: `[words](…)`, `<a href="…">words</a>`, `[[…][words]]`, `… | words`. */
export function framed(before: string, after: string): Framed | undefined {
  if (!OPENS.test(before.slice(-2)) && !CLOSES.test(after.slice(0, 3))) return undefined;
  for (const form of FORMS) {
    const found = form(before, after);
    if (found) return found;
  }
  return undefined;
}

/** `[words](address)`, also with `<…>` around the address. */
function markdownLink(before: string): Framed | undefined {
  const end = /\]\(\s?<?$/.exec(before.slice(-5));
  return end ? { title: linkText(before.slice(0, before.length - end[0].length)) } : undefined;
}

/** The words of a Markdown link that ends here; brackets inside it come in pairs or are escaped. */
function linkText(line: string): string | undefined {
  let depth = 0;
  for (let at = line.length - 1; at >= 0; at--) {
    const isEscaped = backslashes(line, at) % 2 === 1;
    if (isEscaped) continue;
    if (line[at] === ']') depth++;
    else if (line[at] === '[' && depth-- === 0) return unescaped(line.slice(at + 1));
  }
  return undefined;
}

function backslashes(line: string, at: number): number {
  let before = at;
  while (line[before - 1] === '\\') before--;
  return at - before;
}

/** Text without the backslashes that Markdown puts before marks. */
export function unescaped(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

function htmlLink(before: string, after: string): Framed | undefined {
  if (!/href\s?=\s?["']?$/i.test(before.slice(-10))) return undefined;
  const [, words = ''] = /^["']?[^<>]{0,500}>([\s\S]{0,1000}?)<\/a>/i.exec(after) ?? [];
  return { title: textOfHtml(words).trim() || undefined };
}

/** LaTeX: `\href{address}{words}`, `\url{address}`. */
function texLink(before: string, after: string): Framed | undefined {
  if (!/\\(?:href|url)\s?\{$/.test(before.slice(-8))) return undefined;
  const words = /^\}\s?\{([^{}]{1,500})\}/.exec(after)?.[1];
  return { title: words === undefined ? undefined : plainOfTex(words) };
}

/** Emacs Org: `[[address][words]]`, and DokuWiki: `[[address|words]]`. */
function orgLink(before: string, after: string): Framed | undefined {
  if (!before.endsWith('[[')) return undefined;
  return { title: /^(?:\]\[|\|)([^\]]{1,1000})\]\]/.exec(after)?.[1]?.trim() };
}

/** MediaWiki: `[address words]`. */
function wikiLink(before: string, after: string): Framed | undefined {
  const words = before.endsWith('[') ? /^ ([^\]]{1,1000})\]/.exec(after)?.[1] : undefined;
  return words ? { title: words } : undefined;
}

/** Textile: `"words":address`. */
function textileLink(before: string): Framed | undefined {
  const words = /"([^"]{1,500})":$/.exec(before.slice(-510))?.[1];
  return words ? { title: words } : undefined;
}

/** AsciiDoc: `address[words]`. */
function asciiDocLink(before: string, after: string): Framed | undefined {
  const words = /[([<]$/.test(before) ? undefined : /^\[([^\][]{1,500})\]/.exec(after)?.[1];
  return words ? { title: words } : undefined;
}

/** OneTab: `address | words`; also parted by a tab. */
function behindBar(before: string, after: string): Framed | undefined {
  const words = /^[\s>*+•·-]*(?:\d{1,4}[.)、]\s?)?$/.test(before)
    ? /^(?: \| |\t)([^\n\t]{1,1100})/.exec(after)?.[1]
    : undefined;
  return words && !/https?:\/\//i.test(words) ? { title: words } : undefined;
}
