import { unguarded } from '../formula';
import type { Raw } from '../read-of';
import { Facts } from '../roles/facts';
import { rawOfFacts } from '../roles/raw-of-facts';
import type { NamedRole } from '../roles/role-names';
import { isStateWord } from '../roles/states';
import { folderTags } from './bookmark-folders';
import { linkAmong, linkIn, linkInside } from './cell-link';
import { joinNames, turned } from './names';

/** How the rows of a table are meant. */
interface RowManner {
  /** The place of the row among the others. */
  count: number;
  /** Blanks part tags (Diigo, Delicious). */
  tagsByBlanks?: boolean;
  /** Names are written `family, given; …`. */
  isZotero?: boolean;
  /** Which columns hold words of the article: their addresses are the author's. */
  quotations?: readonly boolean[];
}

/** A link found beside a column's own role counts after the columns that are meant for it. */
const BESIDE = 1_000;

/** What a row says, by the roles of its columns. */
export function rawOfRow(cells: string[], roles: readonly (NamedRole | undefined)[], manner: RowManner): Raw {
  const facts = new Facts();
  for (const [at, named] of roles.entries()) {
    const cell = unguarded(cells[at] ?? '').trim();
    if (named && cell) addCell(facts, named, cell, manner);
  }
  if (!roles.some((one) => one?.role === 'url') && !facts.all('url').length)
    addAddress(facts, cells, (at) => !OTHERS.test(roles[at]?.role ?? '') && !manner.quotations?.[at]);
  const folders = facts.all('folder').flatMap((path) => String(path).split(/\s*[/>\\]\s*/));
  return rawOfFacts(facts, {
    count: manner.count,
    tagsByBlanks: manner.tagsByBlanks ?? false,
    folders: folderTags(folders),
  });
}

/** Columns whose addresses are no posts. */
const OTHERS = /^(?:image|author|authorUrl)$/;

/** In a table without a column of addresses each row may keep one elsewhere, alone in a cell or among other words. */
function addAddress(facts: Facts, cells: string[], isFree: (at: number) => boolean): void {
  const free = cells.filter((_cell, at) => isFree(at));
  const whole = free.flatMap((cell) => linkIn(cell) ?? [])[0];
  const inside = free.flatMap((cell) => linkAmong(cell) ?? [])[0];
  facts.add('url', BESIDE, whole?.url ?? inside?.url);
}

function addCell(
  facts: Facts,
  { role, place }: NamedRole,
  cell: string,
  { isZotero = false }: RowManner,
): void {
  const link = /[[(]/.test(cell)
    ? (linkIn(cell) ?? (role === 'title' ? linkInside(cell) : undefined))
    : undefined;
  if (link) facts.add('url', role === 'url' ? place : place + BESIDE, link.url);
  if (link?.text) facts.add('title', role === 'title' ? place : place + BESIDE, link.text);
  if (role === 'author') facts.add(role, place, isZotero ? authorsOf(cell) : cell);
  else if (role === 'folder') facts.add(isStateWord(cell) ? 'state' : role, place, cell);
  else if (!link || (role !== 'url' && role !== 'title')) facts.add(role, place, cell);
}

/** Zotero: `林, 夏; 王, 小明`. */
function authorsOf(cell: string): string {
  return joinNames(cell.split(/\s*;\s*/, 100).map((name) => turned(name.trim())));
}
