/** Characters that mean something anywhere in CommonMark, GFM or Obsidian. */
const ANYWHERE = /[\\`*_[\]<>#|~&$^%=!{}@]/g;

/** Markers that mean something at the start of a line: lists, rules, headings, numbered lists. */
const AT_START = /^(\s*)(?:([-+])|(\d{1,9})([.)]))/gm;

/** Addresses that GFM would make links by itself. */
const BARE_LINK = /:(?=\/\/)|(?<=www)\./gi;

/** Two colons make a field of Dataview (`key:: value`), wherever they stand. */
const FIELD = /:(?=:)/g;

/** Some programs take even an escaped bracket for the end of a link's words. */
const LINK = /\](?=\()/g;

/** Text that shows as it is in Markdown: nothing in it can become a link, markup or HTML (CommonMark 2.4). */
export function escapeMarkdown(text: string): string {
  return text
    .replace(ANYWHERE, '\\$&')
    .replace(BARE_LINK, '\\$&')
    .replace(FIELD, ':\\')
    .replace(LINK, ']\\')
    .replace(AT_START, (_all, space: string, sign = '', digits = '', end = '') =>
      sign ? `${space}\\${sign}` : `${space}${digits}\\${end}`,
    )
    .replace(/^[ \t]+/gm, '');
}

/** Text as a Markdown quotation, every line of it. */
export function quoted(text: string): string {
  return escapeMarkdown(text).replace(/^/gm, '> ');
}
