import { existsSync } from 'node:fs';
import { scoreFiles } from './score/files';
import { generatedPage } from './score/generated/page';
import { scorePages, sumUp, type Verdict, verdictOn } from './score/pages';

/** Where cases stand; what is not there is passed over. */
const FOLDERS = [
  'tests/fixtures/pages',
  'tests/fixtures/layouts',
  'tests/fixtures/smallest',
  'tests/fixtures/kinds',
  'tests/fixtures/imports/cases',
  'tests/fixtures/imports/others',
  '../shared/captures',
  '../shared/cases/pages/layouts',
  '../shared/cases/pages/smallest',
  '../shared/cases/imports',
];

/**
 * Prints how much is read right, folder by folder: `npm run score`, `npm run score -- FOLDER …`; with `--why` also what is
 * wrong, with `--generated 2000` also on so many pages that nobody has drawn. A new case is a file in one of the folders.
 */
export async function main(words: string[]): Promise<void> {
  const at = words.indexOf('--generated');
  const count = at < 0 ? 0 : Number(words[at + 1]);
  const named = words.filter((word, index) => !word.startsWith('--') && (at < 0 || index !== at + 1));
  const folders = named.length > 0 || count > 0 ? named : FOLDERS.filter((one) => existsSync(one));
  const why = words.includes('--why');
  for (const folder of folders) {
    if (existsSync(`${folder}/expected.json`)) printFiles(folder, why);
    else print(folder, scorePages(folder), why);
  }
  if (count > 0) print(`${count} generated pages`, generated(count), why);
}

function generated(count: number): Verdict[] {
  return Array.from({ length: count }, (_none, seed) => verdictOn(generatedPage(seed + 1)));
}

function printFiles(folder: string, why: boolean): void {
  const { files, whole, fields, right, wrong } = scoreFiles(folder);
  process.stdout.write(`${folder}: files whole ${whole}/${files} · fields ${right}/${fields}\n`);
  for (const one of why ? wrong : []) process.stdout.write(`  ${one}\n`);
}

function print(name: string, verdicts: Verdict[], why: boolean): void {
  process.stdout.write(`${name}: ${sumUp(verdicts)}\n`);
  for (const one of why ? verdicts.filter(({ perfect }) => !perfect) : [])
    process.stdout.write(`  ${one.name}${one.silent ? ' (silent)' : ''}\n    ${one.wrong.join('\n    ')}\n`);
}
