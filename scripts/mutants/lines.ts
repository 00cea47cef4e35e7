import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { LINES, type Line } from './plan';

/** The part of Babel's `NodePath` that is used: its types are not a dependency of ours. */
export function say(line: Line): void {
  appendFileSync(LINES, `${JSON.stringify(line)}\n`);
}

/**
 * Text that only a log or the details of a failure show: the second argument of `AppError`, whose kind decides what
 * is done. No behaviour depends on it.
 */
export function linesSoFar(): Line[] {
  const text = existsSync(LINES) ? readFileSync(LINES, 'utf8') : '';
  return text
    .split('\n')
    .filter(Boolean)
    .map((line): Line => JSON.parse(line));
}

/** The instrumenter passes a `NodePath`. */
export function killed(): Set<string> {
  return new Set(
    linesSoFar().flatMap((line) => (line.is === 'killed' || line.is === 'timeout' ? [line.mutant] : [])),
  );
}
