/** What is ticked: pure functions of the page's posts, in their order, and the ticked addresses. */
export type Ticked = ReadonlySet<string>;

/** Ticks or unticks one. */
export function toggle(ticked: Ticked, url: string): Ticked {
  const next = new Set(ticked);
  if (!next.delete(url)) next.add(url);
  return next;
}

/** Gives every post from one to another, both included, the state that `to` is about to get. */
export function range(ticked: Ticked, urls: string[], from: string, to: string): Ticked {
  const [a, b] = [urls.indexOf(from), urls.indexOf(to)];
  if (a < 0 || b < 0) return toggle(ticked, to);
  const part = urls.slice(Math.min(a, b), Math.max(a, b) + 1);
  return ticked.has(to) ? ticked.difference(new Set(part)) : ticked.union(new Set(part));
}

/** Ticks what is not, unticks what is. Ticks of other pages stay. */
export function invert(ticked: Ticked, urls: string[]): Ticked {
  return ticked.symmetricDifference(new Set(urls));
}
