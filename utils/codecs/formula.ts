/** First characters that make a spreadsheet take a cell for a formula (OWASP, "CSV Injection"), and the guard itself. */
const ACTIVE = /^[=+\-@\t\r\n＝＋－＠']/;

/** A cell that no spreadsheet runs: an apostrophe before what would be a formula. */
export function guarded(cell: string): string {
  return ACTIVE.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before `guarded`; an apostrophe of other origin stays. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && ACTIVE.test(cell.slice(1)) ? cell.slice(1) : cell;
}
