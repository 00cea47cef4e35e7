/** First characters that make a cell a formula, also behind blanks, which some spreadsheets take off (OWASP, "CSV Injection"), and the apostrophe that guards against it. */
const ACTIVE = /^(?:[\t\r\n']|\s*[=+\-@＝＋－＠])/;

/** Puts an apostrophe before a cell that a spreadsheet would run as a formula. */
export function guarded(cell: string): string {
  return ACTIVE.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before `guarded`; an apostrophe of other origin stays. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && ACTIVE.test(cell.slice(1)) ? cell.slice(1) : cell;
}
