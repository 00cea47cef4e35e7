import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { LINES, type Line } from './plan';

/** Writes down what was found; whole at once, as several processes do. */
export function say(line: Line): void {
  appendFileSync(LINES, `${JSON.stringify(line)}\n`);
}

/** All that was written down in this run. */
export function linesSoFar(): Line[] {
  const text = existsSync(LINES) ? readFileSync(LINES, 'utf8') : '';
  return text
    .split('\n')
    .filter(Boolean)
    .map((line): Line => JSON.parse(line));
}

/** What was killed by the tests of any file so far. */
export function killed(): Set<string> {
  return new Set(
    linesSoFar().flatMap((line) => (line.is === 'killed' || line.is === 'timeout' ? [line.mutant] : [])),
  );
}
