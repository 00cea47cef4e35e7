import type { Column, Columns, Decoder } from '../decoder';
import { bareName, type NamedRole, type Role } from '../roles/role-names';
import { rowsOf } from './csv-table';
import { rawOfRow } from './row-facts';
import { type TableShape, tableShape } from './table-shape';

/** How Markdown begins: a heading, a list, a quotation, properties, a table of its own. */
const MARKDOWN = /^\s*(?:#{1,6} |[-*+] |> |---\r?\n|\||\[[^\]]*\]\()/;

/** Columns of what was marked in an article, or its text. */
const QUOTATION = /highlight|quot|selec|body|html|fulltext|高亮|划线|标注|摘录|原句|正文|全文/;

/** Any table with a column of addresses: columns by their names, else by what they hold, or as the reader says. */
export const csvIn: Decoder = {
  name: 'csv',
  detect: (head) => !MARKDOWN.test(head) && tableShape(head) !== undefined,
  decode: (text, { roles: chosen } = {}) => {
    const shape = tableShape(text);
    if (!shape) return [];
    const roles = chosen ? chosenRoles(chosen) : shape.roles;
    const names = new Set(shape.names.map(bareName));
    const isZotero = names.has('itemtype');
    const tagsByBlanks = names.has('annotations') && names.has('comments');
    const quotations = shape.names.map((name) => QUOTATION.test(bareName(name)));
    const manner = { isZotero, tagsByBlanks, quotations };
    return rowsOf(text, shape, (cells, count) => rawOfRow(cells, roles, { ...manner, count }));
  },
  columns: (text) => columnsOf(tableShape(text)),
};

function columnsOf(shape: TableShape | undefined): Columns | undefined {
  if (!shape) return undefined;
  const all = shape.names.map((name, at): Column => {
    const role = shape.roles[at]?.role;
    return { name: name.trim(), sample: (shape.samples[at] ?? '').slice(0, 60), ...(role && { role }) };
  });
  return { all, isSure: shape.isSure };
}

/** The reader's own choice, the first column of a role before the others. */
function chosenRoles(roles: readonly (Role | undefined)[]): (NamedRole | undefined)[] {
  return roles.map((role, place) => role && { role, place });
}
