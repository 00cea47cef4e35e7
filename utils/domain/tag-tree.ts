import { cleanTag } from './tag';

/** Whether a tag is another one or below it: `经济/宏观` is below `经济`. */
export function isWithin(tag: string, above: string): boolean {
  return tag === above || (tag.startsWith(above) && tag.charAt(above.length) === '/');
}

/** A tag and its parents, nearest first: `经济/宏观/货币`, `经济/宏观`, `经济`. */
export function* lineage(tag: string): Generator<string> {
  for (let own = tag; own; own = own.slice(0, Math.max(0, own.lastIndexOf('/')))) yield own;
}

/** A tag from a typed path, with `/` or `／`, without empty steps; undefined if nothing is left. */
export function tagPath(text: string): string | undefined {
  const steps = text.split(/[/／]/).flatMap((step) => cleanTag(step) ?? []);
  // A long path may be cut right after a slash.
  return cleanTag(steps.join('/'))?.replace(/\/$/, '');
}

/** A tag moved below another. */
export function moved(tag: string, above: string): string | undefined {
  return tagPath(`${above}/${tag.slice(tag.lastIndexOf('/') + 1)}`);
}
