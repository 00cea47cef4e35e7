import type { Segment } from './segments';
import { clean } from './text';

/** What stands on one line of a row. */
export interface Line {
  text: string;
  first: Segment;
  segments: Segment[];
}

/** Segments as lines: those of one block, or of one block and one link. */
export function linesOf(segments: Segment[], byLink = false): Line[] {
  const groups = new Map<number, Map<Element | undefined, Segment[]>>();
  const lines: [Segment, ...Segment[]][] = [];
  for (const segment of segments) {
    const key = byLink ? segment.link : undefined;
    const group = groups.get(segment.block) ?? new Map<Element | undefined, Segment[]>();
    groups.set(segment.block, group);
    const line = group.get(key);
    if (line) line.push(segment);
    else {
      const made: [Segment] = [segment];
      group.set(key, made);
      lines.push(made);
    }
  }
  return lines.map((line) => {
    const text = clean(line.map((one) => one.text).join(''));
    return { text, first: line[0], segments: line };
  });
}
