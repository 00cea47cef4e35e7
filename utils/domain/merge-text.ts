/** A stretch of the base text, and what one side replaced it with. */
interface Hunk<T> {
  /** The first index and the one after the last, in the base. */
  from: number;
  to: number;
  put: T[];
}

/** Most pairs of lines compared: beyond that everything from the first to the last change counts as changed. */
const MOST = 1_000_000;

/**
 * Merges two edits of one text, line by line and within a line character by character, so that nothing either side wrote is
 * lost. If both wrote at one place, `mine` goes below `theirs`; a deletion counts if the other side left the place alone.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  const lines = base.split('\n');
  const merged = mergeHunks(
    lines,
    hunksOf(lines, mine.split('\n')),
    hunksOf(lines, theirs.split('\n')),
    (was, one, other) => {
      if (was.length === 0) return below(other.join('\n'), one.join('\n'));
      return mergeLine(was.join('\n'), one.join('\n'), other.join('\n'));
    },
  );
  return merged.join('\n');
}

/** One text below the other; if one contains the other, only that one. */
function below(first: string, second: string): string {
  if (first.includes(second)) return first;
  if (second.includes(first)) return second;
  return first.endsWith('\n') || second.startsWith('\n') ? first + second : `${first}\n${second}`;
}

/** Walks along the base: what one side changed is taken, what both changed is joined. */
function mergeHunks(
  base: string[],
  mine: Hunk<string>[],
  theirs: Hunk<string>[],
  join: (base: string[], mine: string[], theirs: string[]) => string,
): string[] {
  const merged: string[] = [];
  let at = 0;
  while (mine.length + theirs.length > 0) {
    const from = Math.min(mine[0]?.from ?? base.length, theirs[0]?.from ?? base.length);
    let to = from;
    const [ours, others]: [Hunk<string>[], Hunk<string>[]] = [[], []];
    // Changes that touch count as one.
    const take = (side: Hunk<string>[], into: Hunk<string>[]) => {
      for (let [next] = side; next && next.from <= to; [next] = side) {
        into.push(next);
        side.shift();
        to = Math.max(to, next.to);
      }
    };
    for (let taken = -1; taken < ours.length + others.length; ) {
      taken = ours.length + others.length;
      take(mine, ours);
      take(theirs, others);
    }
    merged.push(...base.slice(at, from));
    const [one, other] = [applied(base, from, to, ours), applied(base, from, to, others)];
    if (others.length === 0) merged.push(...one);
    else if (ours.length === 0) merged.push(...other);
    else merged.push(join(base.slice(from, to), one, other));
    at = to;
  }
  return [...merged, ...base.slice(at)];
}

function applied(base: string[], from: number, to: number, hunks: Hunk<string>[]): string[] {
  const made: string[] = [];
  let at = from;
  for (const hunk of hunks) {
    made.push(...base.slice(at, hunk.from), ...hunk.put);
    at = hunk.to;
  }
  return [...made, ...base.slice(at, to)];
}

/** The changes from one list of lines to another: the longest common subsequence stays. */
function hunksOf(base: string[], next: string[]): Hunk<string>[] {
  const { from, to, put } = hunkOf(base, next);
  const old = base.slice(from, to);
  if (old.length * put.length > MOST || old.length === 0 || put.length === 0)
    return from === to && put.length === 0 ? [] : [{ from, to, put }];
  const common = commonOf(old, put);
  const hunks: Hunk<string>[] = [];
  let [a, b] = [0, 0];
  for (const [x, y] of [...common, [old.length, put.length] as const]) {
    if (x > a || y > b) hunks.push({ from: from + a, to: from + x, put: put.slice(b, y) });
    [a, b] = [x + 1, y + 1];
  }
  return hunks;
}

/** Positions of a longest common subsequence. */
function commonOf(a: string[], b: string[]): [number, number][] {
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (x: number, y: number) => longest[x * width + y] ?? 0;
  for (let x = a.length - 1; x >= 0; x--)
    for (let y = b.length - 1; y >= 0; y--)
      longest[x * width + y] = a[x] === b[y] ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1));
  const common: [number, number][] = [];
  for (let [x, y] = [0, 0]; x < a.length && y < b.length; ) {
    if (a[x] === b[y]) common.push([x++, y++]);
    else if (at(x + 1, y) >= at(x, y + 1)) x++;
    else y++;
  }
  return common;
}

/** The one stretch outside of which two lists are equal. */
function hunkOf<T>(base: T[], next: T[]): Hunk<T> {
  const most = Math.min(base.length, next.length);
  let from = 0;
  while (from < most && base[from] === next[from]) from++;
  let end = 0;
  while (end < most - from && base.at(-1 - end) === next.at(-1 - end)) end++;
  return { from, to: base.length - end, put: next.slice(from, next.length - end) };
}

const chars = new Intl.Segmenter();
const charsOf = (text: string) => Array.from(chars.segment(text), ({ segment }) => segment);

/** Lines that both sides changed: merged by characters if they changed different parts, else both are kept. */
function mergeLine(base: string, mine: string, theirs: string): string {
  const was = charsOf(base);
  const one = settled(was, hunkOf(was, charsOf(mine)));
  const other = settled(was, hunkOf(was, charsOf(theirs)));
  const [first, last] = one.to <= other.from && one.from <= other.from ? [one, other] : [other, one];
  if (one.from === other.from && one.to === other.to && one.from === one.to)
    return around(was, one.from, one.to, together(other.put.join(''), one.put.join('')));
  if (first.to <= last.from)
    return [was.slice(0, first.from), first.put, was.slice(first.to, last.from), last.put, was.slice(last.to)]
      .flat()
      .join('');
  const [from, to] = [Math.min(one.from, other.from), Math.max(one.to, other.to)];
  const isIn = (within: Hunk<string>, { from: a, to: b }: Hunk<string>) => within.put.length === 0 && a === b;
  // If one side deleted text around what the other inserted, the insertion stays.
  const put = [...one.put, ...other.put];
  if (put.length === 0 || isIn(one, other) || isIn(other, one)) return around(was, from, to, put.join(''));
  if (one.put.length === 0) return theirs;
  return other.put.length === 0 ? mine : below(theirs, mine);
}

/** Two insertions at one place: one that begins a new line goes after one that continues this line. */
function together(theirs: string, mine: string): string {
  return theirs.startsWith('\n') && !mine.startsWith('\n') ? below(mine, theirs) : below(theirs, mine);
}

function around(chars: string[], from: number, to: number, between: string): string {
  return chars.slice(0, from).join('') + between + chars.slice(to).join('');
}

const END = /^[\s\p{P}]$/u;

/**
 * Moves an insertion or deletion to where it was most likely made: `甲。` before `乙。` could also be `。甲` within it. Of all
 * positions that give the same text, it takes the beginning of a sentence.
 */
function settled(base: string[], hunk: Hunk<string>): Hunk<string> {
  const { from, to, put } = hunk;
  const moved = from === to ? put : base.slice(from, to);
  if (from < to && put.length > 0) return hunk;
  const text = [...moved];
  for (let at = from; ; at--) {
    if (at === 0 || END.test(base[at - 1] ?? ''))
      return { from: at, to: at + to - from, put: from === to ? text : [] };
    if (text.length === 0 || base[at - 1] !== text.at(-1)) return hunk;
    text.unshift(text.pop() ?? '');
  }
}

/** Where the caret belongs after others changed the text: right after the same text as before. */
export function caretIn(next: string, text: string, caret: number): number {
  const { from, to, put } = hunkOf([...text], [...next]);
  const before = [...text.slice(0, caret)].length;
  const at = before <= from ? before : before >= to ? before + put.length - (to - from) : from + put.length;
  return [...next].slice(0, at).join('').length;
}
