import { cut } from '../domain/plain-text';

/** Characters that make up a third of any Chinese text, in both scripts. */
const COMMON = new Set(
  '的一是不在人有我他这這中大来來上国國个個到说說们們为為和你地出也时時年得就那要下以生会會自之过過家学學对對可里後后小心多天而能好都日于於起还還发發成事只作当當看文无無开開用主行方如前所本见見经經同从從动動两兩长長标標题題网網址链鏈连連结結签籤备備注註间間阅閱读讀财財经經新',
);

/** How much of a text is looked at. */
const SAMPLE = 65_536;

/** The least share of common characters in a text. */
const LEAST = 0.05;

/** Of two readings of the same bytes the one that is Chinese as people write it; the first, where both may be. */
export function likelier(one: string | undefined, other: string | undefined): string | undefined {
  if (other === undefined) return one;
  return share(other) > Math.max(2 * (one === undefined ? 0 : share(one)), LEAST) ? other : one;
}

/** The share of common characters among those that are not ASCII. */
function share(text: string): number {
  const signs = [...cut(text, SAMPLE)].filter((sign) => sign > '\x7f');
  return signs.length ? signs.filter((sign) => COMMON.has(sign)).length / signs.length : 0;
}
