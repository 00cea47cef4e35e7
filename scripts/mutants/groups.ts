import { readdirSync } from 'node:fs';

/** Folders whose files are mutated. */
const MUTATED = ['utils', 'entrypoints'];

/** The least share of mutants that must be killed, in per cent: overall, and where a mistake could lose data. */
export const LEAST = 85;
export const LEAST_STRICT = 95;

/** Code in which a mistake loses data, gives a page access, or reads it wrongly. */
export const STRICT: Record<string, RegExp> = {
  'utils/db': /^utils\/db\//,
  'utils/messaging': /^utils\/messaging\//,
  'utils/sites': /^utils\/sites\//,
};

/** Every file that is mutated, by path from the project's root, sorted. */
export function sources(): string[] {
  return MUTATED.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path.replaceAll('\\', '/')}`,
    ),
  )
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .sort();
}

/** The group a file counts in: its folder, or one of the strict ones. */
export function groupOf(file: string): string {
  const strict = Object.entries(STRICT).find(([, files]) => files.test(file))?.[0];
  return strict ?? file.slice(0, file.lastIndexOf('/'));
}
