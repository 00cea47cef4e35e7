/** Turns a text into the form it is compared in. */
export type Fold = (text: string) => string;

/**
 * Makes a fold: full-width and half-width forms alike (NFKC), case folded, white space as one space; with a table,
 * traditional characters become simplified. Folding folded text changes nothing.
 * @param table pairs `traditional simplified`, separated by `|`, as in OpenCC
 */
export function folder(table = ''): Fold {
  const simple = simplifiedUnits(table);
  return (text) => {
    const lower = text.normalize('NFKC').toLowerCase();
    // `İ` in lower case leaves a combining dot, which must be normalised once more.
    const normal = lower.includes('\u0307') ? lower.normalize('NFKC') : lower;
    // A final sigma becomes a sigma (Unicode, CaseFolding.txt), as lower-casing chooses by context.
    const plain = normal.replaceAll('ς', 'σ').replace(/\s+/g, ' ').toWellFormed();
    return simple ? simplified(plain, simple) : plain;
  };
}

/** The fold without the table, for before it is loaded. */
export const fold = folder();

/** The simplified form of each UTF-16 unit; pairs of more than one unit are left out. */
function simplifiedUnits(table: string): Uint16Array | undefined {
  if (!table) return undefined;
  const simple = Uint16Array.from({ length: 0x1_00_00 }, (_, code) => code);
  for (const pair of table.split('|')) {
    const [from = '', to = ''] = pair.split(' ');
    if (from.length === 1 && to.length === 1) simple[from.charCodeAt(0)] = to.charCodeAt(0);
  }
  // Resolved to the end, so that folding twice changes nothing.
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
