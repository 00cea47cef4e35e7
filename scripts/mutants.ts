import { cover, hashOf } from './mutants/covers';
import { instrument, type Mutant } from './mutants/instrument';
import { Memory } from './mutants/memory';
import { clean } from './mutants/plan';
import { type Judged, living, scores, short, table, writeReports } from './mutants/report';
import { whySame } from './mutants/same';
import { sample } from './mutants/sample';
import { UnitTests } from './mutants/tests';
import { Attempt } from './mutants/try-all';

/**
 * Makes deliberate mistakes in the sources, one at a time, and looks whether the unit tests notice. Prints what lives and a
 * table; a group below its required share fails. `--full` tries all and not a sample, `--only utils/db` those in files
 * whose path begins so (all of them), `--sample N` and `--seed N` choose the sample, `--fresh` forgets what earlier runs
 * found, `--workers N` says how many processes run tests at once.
 */
export async function main(words: string[]): Promise<void> {
  clean();
  const said = (name: string) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
  const only = said('--only');
  const { code, mutants } = await instrument(only ?? '');
  const counted = mutants.filter((one) => !whySame(one.file, one.original, one.replacement));
  const isAll = only !== undefined || words.includes('--full');
  const size = Number(said('--sample') ?? 600);
  const seed = Number(said('--seed') ?? 1);
  const chosen = isAll && !said('--sample') ? counted : sample(counted, size, seed);
  say(
    `${mutants.length} mutants, ${mutants.length - counted.length} of them cannot be killed; ${chosen.length} to judge, seed ${seed}`,
  );
  const judged = await judge(chosen, code, words);
  const rows = scores(counted, judged);
  process.stdout.write(`${living(judged)}\n\n${table(rows)}\n\nReport: ${writeReports(judged)}\n`);
  const low = short(rows);
  if (low.length > 0) throw new Error(`less than is asked: ${low.join(', ')}`);
}

async function judge(
  chosen: Mutant[],
  code: ReadonlyMap<string, string>,
  words: string[],
): Promise<Judged[]> {
  const workers = words.includes('--workers') ? Number(words[words.indexOf('--workers') + 1]) : 2;
  const tests = await UnitTests.open(code, workers);
  try {
    const covers = await cover(tests, code);
    const memory = new Memory(words.includes('--fresh'));
    const hashes = Object.fromEntries(tests.files().map((file) => [file, hashOf(file)]));
    const due = memory.due(chosen, hashes);
    say(`${due.length} to try, ${chosen.length - due.length} known from before`);
    const found = await new Attempt(tests, say).all(due, covers);
    for (const mutant of due) memory.keep(mutant, found.get(mutant.id) ?? { status: 'NoCoverage' }, hashes);
    memory.write();
    return chosen.map((mutant) => ({ ...mutant, ...(memory.find(mutant) ?? { status: 'NoCoverage' }) }));
  } finally {
    await tests.close();
  }
}

function say(words: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${words}\n`);
}
