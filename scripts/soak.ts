import { leaveTidily } from '../tests/faults/disk';
import { soak } from '../tests/soak/run';
import { pack } from './package';

/** How many actions if no number is given. */
const ACTIONS = 5000;

/** How long it may run, in minutes. */
const MINUTES = 60;

/**
 * Thousands of random actions of a reader in popup, panel, options and page at once, in the packed Chromium build, compared
 * with a plain model after each. `--actions N`, `--seed N` to do the same again, `--minutes N` at most, `--each` tells each.
 */
export async function main(words: string[]): Promise<void> {
  const asked = (name: string) => (words.includes(name) ? Number(words[words.indexOf(name) + 1]) : undefined);
  const seed = asked('--seed') ?? Math.floor(Math.random() * 1_000_000);
  const actions = asked('--actions') ?? ACTIONS;
  leaveTidily();
  pack('chrome');
  process.stdout.write(`seed ${seed}\n`);
  const start = Date.now();
  const isLong = words.includes('--each');
  const { done, kinds } = await soak({
    seed,
    actions,
    limit: (asked('--minutes') ?? MINUTES) * 60_000,
    tell(count, action) {
      if (isLong) process.stdout.write(`${count} ${JSON.stringify(action)}\n`);
      else if (count % 100 === 99) process.stdout.write(`${count + 1} actions\n`);
    },
  });
  const minutes = ((Date.now() - start) / 60_000).toFixed(1);
  process.stdout.write(
    `${done} of ${actions} actions in ${minutes} minutes, as the model says after each; the check finds nothing\n`,
  );
  process.stdout.write(
    `${Object.entries(kinds)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')}\n`,
  );
  if (done < actions) process.exitCode = 1;
}
