import type { Raw } from '../read-of';
import { likelyRole, type NamedRole } from '../roles/role-names';
import { linkIn } from './cell-link';
import { unescaped } from './link-forms';
import { rawOfRow } from './row-facts';

/** The second line of a table: `| --- | :-: |`. */
const RULE = /^\s{0,3}\|?\s*:?-{1,200}:?\s*(?:\|\s*:?-{1,200}:?\s*){0,100}\|?\s*$/;

/** Whether a line is the rule below the header of a table (GFM 4.10). */
export function isRule(line: string): boolean {
  return line.length < 5_000 && line.includes('-') && line.includes('|') && RULE.test(line);
}

/** A table in Markdown whose rows are read one by one. */
export class MarkdownTable {
  private readonly roles: (NamedRole | undefined)[];
  private count = 0;

  constructor(header: string) {
    this.roles = cellsOf(header).map((name) => likelyRole(name));
  }

  /** What a row says; undefined where it names no address. */
  rawOf(line: string): Raw | undefined {
    const cells = cellsOf(line);
    const links = cells.map((cell) => linkIn(cell) ?? linkIn(cell.replace(/^<(.*)>$/, '$1')));
    const at = links.findIndex(Boolean);
    if (at < 0) return undefined;
    const roles = [...this.roles];
    if (!roles.some((one) => one?.role === 'url')) roles[at] = { role: 'url', place: 0 };
    if (!roles.some((one) => one?.role === 'title')) this.giveTitle(roles, cells, links);
    const plain = cells.map((cell, place) =>
      links[place]?.url && !links[place]?.text ? (links[place]?.url ?? cell) : cell,
    );
    return rawOfRow(plain, roles, { count: ++this.count });
  }

  /** The first column of words is the title where none is called so. */
  private giveTitle(roles: (NamedRole | undefined)[], cells: string[], links: unknown[]): void {
    const at = cells.findIndex((cell, place) => !roles[place] && !links[place] && /\p{L}/u.test(cell));
    if (at >= 0) roles[at] = { role: 'title', place: 900 };
  }
}

function cellsOf(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/, 200).map((cell) => unescaped(cell.trim()));
}
