import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Cover, fileFor } from './plan';
import { reaches } from './reach';
import type { UnitTests } from './tests';

/** What each file of tests reaches: those that were run with the same sources before are not run again. */
export async function cover(tests: UnitTests, code: ReadonlyMap<string, string>): Promise<Cover[]> {
  const sum = createHash('sha256')
    .update(JSON.stringify([...code]))
    .digest('hex');
  const stampOf = (file: string) => `${sum} ${hashOf(file)}`;
  const sources = new Set(code.keys());
  const all = tests.files().filter((file) => reaches(file, sources));
  const due = all.filter((file) => kept(file)?.stamp !== stampOf(file));
  await tests.run(due);
  for (const file of due) {
    const fresh = kept(file);
    if (!fresh || fresh.stamp) throw new Error(`${file} did not run to its end`);
    writeFileSync(fileFor('cover', file), JSON.stringify({ ...fresh, stamp: stampOf(file) }));
  }
  return all.flatMap((file) => kept(file) ?? []);
}

/** The packages of this machine: an optional package is for one kind of machine. */
export function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
}

function kept(file: string): (Cover & { stamp?: string }) | undefined {
  const at = fileFor('cover', file);
  return existsSync(at) ? JSON.parse(readFileSync(at, 'utf8')) : undefined;
}
