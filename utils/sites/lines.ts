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
  const lines = groupsOf(segments, ({ block }) => block);
  return (byLink ? lines.flatMap((line) => groupsOf(line, ({ link }) => link)) : lines).flatMap((line) => {
    const [first] = line;
    return first ? { text: clean(line.map(({ text }) => text).join('')), first, segments: line } : [];
  });
}

function groupsOf(segments: Segment[], key: (segment: Segment) => unknown): Segment[][] {
  return [...Map.groupBy(segments, key).values()];
}
