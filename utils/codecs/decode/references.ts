/** `[words][name]`, and a line that says where a name leads. */
const USED = /\[([^[\]]{1,500})\]\[([^[\]]{1,100})\]/g;
const DEFINED = /^\s{0,3}\[[^[\]]{1,100}\]:\s?<?https?:/m;

/** Most names that are remembered. */
const MOST = 100_000;

/** The words of Markdown's links by reference (CommonMark 6.3), by their names. */
export function referencesIn(text: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  if (!DEFINED.test(text)) return words;
  for (const [, title = '', name = ''] of text.matchAll(USED)) {
    if (words.size >= MOST) break;
    if (!words.has(name)) words.set(name, title);
  }
  return words;
}
