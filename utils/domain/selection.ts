/** The ticked addresses. The functions below take the posts of a page in their order. */
export type Ticked = ReadonlySet<string>;

/** Ticks or unticks one. */
export function toggle(ticked: Ticked, url: string): Ticked {
  const next = new Set(ticked);
  if (!next.delete(url)) next.add(url);
  return next;
}

/** Ticks or unticks every post from one to another, both included, as a click on `to` would. */
export function range(ticked: Ticked, urls: string[], from: string, to: string): Ticked {
  const [a, b] = [urls.indexOf(from), urls.indexOf(to)];
  if (a < 0 || b < 0) return toggle(ticked, to);
  const part = urls.slice(Math.min(a, b), Math.max(a, b) + 1);
  return ticked.has(to) ? ticked.difference(new Set(part)) : ticked.union(new Set(part));
}

/** Inverts the ticks of these posts; ticks of other pages stay. */
export function invert(ticked: Ticked, urls: string[]): Ticked {
  return ticked.symmetricDifference(new Set(urls));
}
