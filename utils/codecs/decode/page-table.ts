import { Parser } from 'htmlparser2';
import { canonicalUrl } from '../../domain/url';
import type { Read } from '../decoder';
import { type Raw, readOf } from '../read-of';
import { HtmlText } from '../roles/html-text';
import { roleOf } from '../roles/role-names';
import { rawOfRow } from './row-facts';

/** One row of a table, and where it stands. */
interface PageRow {
  at: number;
  cells: { text: string; url: string | undefined }[];
}

/** Most rows and cells that are read. */
const MOST = { rows: 100_000, cells: 100 };

/**
 * The posts of a page that is one table with a header, as spreadsheets and online tables save it (also as `.xls`).
 * Undefined where it is no such table, or has posts beside it.
 * @param links addresses of all links of the page
 */
export function tableReads(
  text: string,
  links: string[],
  lineAt: (index: number) => number,
): Read[] | undefined {
  if (!/<table[\s>]/i.test(text)) return undefined;
  const [header, ...rows] = rowsIn(text);
  const roles = (header?.cells ?? []).map((cell) => roleOf(cell.text));
  const isKnown = roles.some((one) => one?.role === 'title') && roles.filter(Boolean).length > 1;
  if (!isKnown || !rows.length || header?.cells.some(({ url }) => url)) return undefined;
  const posts = rows.flatMap(({ cells }) =>
    cells.flatMap(({ url, text: words }) => canonicalUrl(url ?? words) ?? []),
  );
  const all = new Set(posts);
  if (posts.length === 0 || links.some((link) => !all.has(canonicalUrl(link) ?? posts[0] ?? '')))
    return undefined;
  return rows.map(({ at, cells }, index) =>
    readOf(lineAt(at), rawOf(cells, roles, index + 1), cells.map((cell) => cell.text).join(' ')),
  );
}

function rawOf(cells: PageRow['cells'], roles: Parameters<typeof rawOfRow>[1], count: number): Raw {
  const texts = cells.map(({ text, url }, at) => (url && roles[at]?.role !== 'title' ? url : text));
  const raw = rawOfRow(texts, roles, { count });
  return { ...raw, url: raw.url ?? cells.find(({ url }) => url)?.url };
}

/** The rows of the tables of a page, in order. */
function rowsIn(text: string): PageRow[] {
  const rows: PageRow[] = [];
  let words: HtmlText | undefined;
  let url: string | undefined;
  const close = () => {
    const cells = rows.at(-1)?.cells;
    if (words && cells && cells.length < MOST.cells)
      cells.push({ text: words.read().replace(/\s+/g, ' '), url });
    words = undefined;
    url = undefined;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (/^(?:td|th|tr)$/.test(name)) close();
      if (name === 'tr' && rows.length < MOST.rows) rows.push({ at: parser.startIndex, cells: [] });
      else if (name === 'td' || name === 'th') words = new HtmlText(10_000);
      else if (name === 'a' && words) url ??= attributes.href;
      words?.open(name);
    },
    ontext: (more) => words?.add(more),
    onclosetag(name) {
      if (/^(?:td|th|tr|table)$/.test(name)) close();
      else words?.close(name);
    },
  });
  parser.end(text);
  return rows.filter(({ cells }) => cells.length > 0);
}
