import { unguarded } from '../formula';
import type { Raw } from '../read-of';
import { Facts } from '../roles/facts';
import { rawOfFacts } from '../roles/raw-of-facts';
import type { NamedRole } from '../roles/role-names';
import { isStateWord } from '../roles/states';
import { folderTags } from './bookmark-folders';
import { linkIn } from './cell-link';
import { joinNames, turned } from './names';

/** How the rows of a table are meant. */
export interface RowManner {
  /** The place of the row among the others. */
  count: number;
  /** Names are written `family, given; …`. */
  isZotero?: boolean;
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
  const folders = facts.all('folder').flatMap((path) => String(path).split(/\s*[/>\\]\s*/));
  return rawOfFacts(facts, { count: manner.count, folders: folderTags(folders) });
}

function addCell(
  facts: Facts,
  { role, place }: NamedRole,
  cell: string,
  { isZotero = false }: RowManner,
): void {
  const link = /[[(]/.test(cell) ? linkIn(cell) : undefined;
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
