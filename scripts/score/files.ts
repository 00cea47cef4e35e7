import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { decoderFor, FileTrouble, textOf } from '../../utils/codecs';
import type { Incoming } from '../../utils/db/import-entries';
import { addTo, incomingOf } from '../../utils/library/transfer/gather';

/** What a folder of files comes to. */
export interface FilesScore {
  /** The files, in the order of `expected.json`. */
  names: string[];
  files: number;
  /** Files of which every field of every entry is right, and that give no other entry. */
  whole: number;
  /** Fields that are expected, and how many of them are right. */
  fields: number;
  right: number;
  /** What is wrong, one line each. */
  wrong: string[];
}

/** What is expected of an entry; `null` is nothing, states are whether, times are ISO 8601. */
type Expected = Record<string, unknown>;

/** One file of `expected.json`, as `shared/cases/README.md` says it. */
interface Case {
  expected: Expected[];
  /** The file is to be refused, or to give nothing. */
  refused?: boolean;
}

/** Reads every file that the `expected.json` of a folder names, and compares it field by field. */
export function scoreFiles(folder: string): FilesScore {
  // Cast: the file is one of ours; a shape that is missing makes the score low, not wrong.
  const cases = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')) as Record<string, Case>;
  const score: FilesScore = { names: Object.keys(cases), files: 0, whole: 0, fields: 0, right: 0, wrong: [] };
  for (const [name, one] of Object.entries(cases)) {
    const before = score.wrong.length;
    compare(name, one, entriesOf(`${folder}/${name}`), score);
    score.files++;
    if (score.wrong.length === before) score.whole++;
  }
  return score;
}

function compare(name: string, { expected, refused }: Case, found: Expected[], score: FilesScore): void {
  for (const [index, wanted] of expected.entries()) {
    for (const [field, value] of Object.entries(wanted)) {
      const got = found[index]?.[field];
      score.fields++;
      if (found[index] && isRight(value, got)) score.right++;
      else
        score.wrong.push(
          `${name}: entry ${index + 1}, ${field}: ${JSON.stringify(got)}, not ${JSON.stringify(value)}`,
        );
    }
  }
  if (found.length > expected.length || (refused && found.length > 0))
    score.wrong.push(`${name}: ${found.length} entries, not ${expected.length}`);
}

function isRight(value: unknown, got: unknown): boolean {
  if (value === null || value === false) return got === undefined;
  return isDeepStrictEqual(got, value);
}

/** The entries of a file, each address once, in the words of `expected.json`; none where it is refused. */
function entriesOf(path: string): Expected[] {
  const entries = new Map<string, Incoming>();
  try {
    const text = textOf(readFileSync(path));
    for (const read of decoderFor(text, path.replace(/^.*\//, '')).decode(text)) {
      if (!('item' in read)) continue;
      const before = entries.get(read.item.url);
      if (before) addTo(before, read.item);
      else entries.set(read.item.url, incomingOf(read.item));
    }
  } catch (error) {
    if (!(error instanceof FileTrouble)) throw error;
    return [];
  }
  return [...entries.values()].map(told);
}

function told({ post, shelving }: Incoming): Expected {
  const { title, ...facts } = post;
  const { tags = [], savedAt, queue, readAt, archivedAt, note } = shelving;
  const all = {
    ...facts,
    title: title === post.url ? undefined : title,
    tags,
    savedAt: savedAt === undefined ? undefined : new Date(savedAt).toISOString(),
    note,
    queue: queue !== undefined || undefined,
    read: readAt !== undefined || undefined,
    archived: archivedAt !== undefined || undefined,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
