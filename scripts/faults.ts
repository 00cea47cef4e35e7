import { appendFileSync } from 'node:fs';
import { leaveTidily } from '../tests/faults/disk';
import { isBad } from '../tests/faults/judge';
import { runFaults } from '../tests/faults/run';
import { summaryOf, tableOf } from '../tests/faults/table';
import { pack } from './package';

/** How many runs where none are asked for. */
const RUNS = 240;

/** How many runs if no number is given. */
export async function main(words: string[]): Promise<void> {
  const asked = (name: string) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
  const seed = Number(asked('--seed') ?? Math.floor(Math.random() * 1_000_000));
  const only = asked('--only');
  const log = asked('--log');
  const say = (line: string) => {
    process.stdout.write(`${line}\n`);
    if (log) appendFileSync(log, `${line}\n`);
  };
  leaveTidily();
  pack('chrome');
  say(`seed ${seed}`);
  const results = await runFaults({
    runs: Number(asked('--runs') ?? RUNS),
    from: Number(asked('--from') ?? 0),
    rigs: Number(asked('--rigs') ?? 2),
    seed,
    ...(only !== undefined && { only }),
    tell: ({ number, task, fault, moment, reported, outcome, vanished, cause = '' }) =>
      say(
        `#${number} ${fault} at ${moment.toFixed(0)} ms of “${task}”: ${reported} reported, ${outcome}${vanished ? ', the browser had gone' : ''} ${cause}`,
      ),
  });
  say(`\n${tableOf(results)}\n\nseed ${seed}\n${summaryOf(results)}`);
  if (results.some(({ outcome }) => isBad(outcome))) process.exitCode = 1;
}
