/** A cell that is a link: its address, and its words where it has them. */
interface CellLink {
  url: string;
  text?: string;
}

/** `=HYPERLINK("address","words")`, as spreadsheets keep links; with `;` in some countries. */
const FORMULA = /^'?=HYPERLINK\(\s*"([^"]{1,4096})"\s*[,;]\s*"([^"]{0,1000})"\s*\)$/i;

/** `[words](address)`, as 飞书 and Notion export links; behind the address may stand what is shown over it. */
const MARKDOWN = /^\[([^\]]{0,1000})\]\((https?:\/\/[^\s)]{1,4096})(?: "[^"]{0,500}")?\)$/;

/** `words (address)`: Notion's relations and mentions. */
const BEHIND = /^(.{1,500}) \((https?:\/\/[^\s)]{1,4096})\)$/;

/** The link that a whole cell is; undefined where it is none. */
export function linkIn(cell: string): CellLink | undefined {
  const text = cell.trim();
  if (/^https?:\/\/\S{1,4096}$/i.test(text)) return { url: text };
  const [, url, words] = FORMULA.exec(text) ?? [];
  if (url) return { url, ...(words && { text: words }) };
  const [, name, address] = MARKDOWN.exec(text) ?? BEHIND.exec(text) ?? [];
  return address ? { url: address, ...(name && { text: name }) } : undefined;
}

/** The one link among the words of a cell. */
export function linkInside(cell: string): CellLink | undefined {
  const [found, another] = cell
    .slice(0, 10_000)
    .matchAll(/\[([^[\]]{1,500})\]\((https?:\/\/[^\s()]{1,4096})\)/g);
  const [, text = '', url = ''] = found ?? [];
  return url && !another ? { url, text } : undefined;
}

/** The one address among the words of a cell. */
export function linkAmong(cell: string): CellLink | undefined {
  const [url, another] =
    cell.slice(0, 10_000).match(/https?:\/\/[^\s"'<>()[\]{}|，。；、）】》」\u0080-\u00ff]{1,4096}/gi) ?? [];
  return url && !another ? { url } : undefined;
}
