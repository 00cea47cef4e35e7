/** Text as it is compared. */
export type Fold = (text: string) => string;

/**
 * Makes a fold: full-width and half-width forms alike (NFKC), case folded, white space as one space; with a table of
 * signs, traditional ones as their simplified ones. Folding folded text changes nothing.
 * @param table `traditional simplified`, pairs apart by `|`, as OpenCC has it
 */
export function folder(table = ''): Fold {
  const simple = signs(table);
  return (text) => {
    const lower = text.normalize('NFKC').toLowerCase();
    // The dot that `İ` leaves has to find its place among the marks.
    const normal = lower.includes('\u0307') ? lower.normalize('NFKC') : lower;
    // A final sigma is a sigma (Unicode, CaseFolding.txt): which of the two it is depends on what stands beside it.
    const plain = normal.replaceAll('ς', 'σ').replace(/\s+/g, ' ').toWellFormed();
    return simple ? simplified(plain, simple) : plain;
  };
}

/** Without the table: what is there before it is loaded. */
export const fold = folder();

/** For each UTF-16 unit the one it is compared as; pairs of more than one unit are left out. */
function signs(table: string): Uint16Array | undefined {
  if (!table) return undefined;
  const simple = Uint16Array.from({ length: 0x1_00_00 }, (_, code) => code);
  for (const pair of table.split('|')) {
    const [from = '', to = ''] = pair.split(' ');
    if (from.length === 1 && to.length === 1) simple[from.charCodeAt(0)] = to.charCodeAt(0);
  }
  // What a sign becomes must not become something else again.
  for (const [code, to] of simple.entries()) simple[code] = simple[to] ?? to;
  return simple;
}

function simplified(text: string, simple: Uint16Array): string {
  let done = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const to = simple[code];
    if (to === undefined || to === code) continue;
    done += text.slice(from, at) + String.fromCharCode(to);
    from = at + 1;
  }
  return from === 0 ? text : done + text.slice(from);
}
