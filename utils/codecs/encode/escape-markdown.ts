/** Characters that mean something anywhere in CommonMark, GFM or Obsidian. */
const ANYWHERE = /[\\`*_[\]<>#|~&$^%=!{}@]/g;

/** Markers that mean something at the start of a line: lists, rules, headings, numbered lists. */
const AT_START = /^(\s*)(?:([-+])|(\d{1,9})([.)]))/gm;

/** Addresses that GFM would make links by itself. */
const BARE_LINK = /:(?=\/\/)|(?<=www)\./gi;

/** Text that shows as it is in Markdown: nothing in it can become a link, markup or HTML (CommonMark 2.4). */
export function escapeMarkdown(text: string): string {
  return text
    .replace(ANYWHERE, '\\$&')
    .replace(BARE_LINK, '\\$&')
    .replace(AT_START, (_all, space: string, sign = '', digits = '', end = '') =>
      sign ? `${space}\\${sign}` : `${space}${digits}\\${end}`,
    )
    .replace(/^[ \t]+/gm, '');
}

/** Text as a Markdown quotation, every line of it. */
export function quoted(text: string): string {
  return escapeMarkdown(text).replace(/^/gm, '> ');
}
