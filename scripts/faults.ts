import { type Result, runFaults } from '../tests/faults/run';
import { pack } from './package';

const RUNS = 200;

/**
 * Strikes saves, retags, imports and upgrades with faults at every step, in the packed Chromium build, and prints what
 * became of each. `--runs N` for more or fewer.
 */
export async function main(words: string[]): Promise<void> {
  const asked = Number(words[words.indexOf('--runs') + 1]);
  pack('chrome');
  const results = await runFaults({
    runs: words.includes('--runs') && asked > 0 ? asked : RUNS,
    tell: ({ task, fault, moment, reported, outcome }) => {
      const said = reported ? 'reported as done' : 'not reported';
      process.stdout.write(`${fault} at ${moment.toFixed(0)} ms of “${task}”: ${said}, ${outcome}\n`);
    },
  });
  process.stdout.write(`\n${summary(results)}\n`);
  if (results.some(({ outcome }) => outcome !== 'all' && outcome !== 'nothing')) process.exitCode = 1;
}

/** Runs by fault and outcome. */
function summary(results: Result[]): string {
  const counts = new Map<string, number>();
  for (const { fault, outcome, reported } of results) {
    const line = `${fault}: ${outcome}${reported ? ', reported' : ''}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [`runs: ${results.length}`, ...[...counts].sort().map(([line, count]) => `${line}: ${count}`)].join(
    '\n',
  );
}
