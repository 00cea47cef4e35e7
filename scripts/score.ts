import { existsSync } from 'node:fs';
import { scorePages, sumUp, type Verdict } from './score/pages';

/** Where cases stand; what is not there is passed over. */
const FOLDERS = ['tests/fixtures/pages', 'tests/fixtures/layouts', 'tests/fixtures/smallest', '../shared/captures'];

/**
 * Prints how much is read right, folder by folder: `npm run score`, `npm run score -- FOLDER …`; with `--why` also what is
 * wrong. A new case is a file in one of the folders.
 */
export async function main(words: string[]): Promise<void> {
  const named = words.filter((word) => !word.startsWith('--'));
  for (const folder of named.length > 0 ? named : FOLDERS.filter((one) => existsSync(one)))
    print(folder, scorePages(folder), words.includes('--why'));
}

function print(name: string, verdicts: Verdict[], why: boolean): void {
  process.stdout.write(`${name}: ${sumUp(verdicts)}\n`);
  for (const one of why ? verdicts.filter(({ perfect }) => !perfect) : [])
    process.stdout.write(`  ${one.name}${one.silent ? ' (silent)' : ''}\n    ${one.wrong.join('\n    ')}\n`);
}
