import type { Decoder, Read } from '../decoder';
import { FileTrouble } from '../file-trouble';
import { FILE_MARK } from '../zip-text';

/** One file of an archive, and the line on which it begins in the text of all. */
interface Part {
  name: string;
  text: string;
  line: number;
}

/** Kinds whose files are the export itself, where an archive has texts of articles beside it. */
const WEAK = new Set(['links', 'page', 'note', 'csv']);
const WEAKEST = new Set(['links', 'page']);

/**
 * The files of an archive, one after the other. Where one of them is a list of a program (JSON, a table, bookmarks), the
 * texts beside it are articles, whose links are not the reader's.
 * @param find the decoder of one file; undefined where none knows it
 */
export function archiveOf(find: (text: string, fileName: string) => Decoder | undefined): Decoder {
  return {
    name: 'zip',
    detect: (head) => head.startsWith(FILE_MARK),
    *decode(text) {
      const parts = partsOf(text).flatMap((part) => {
        const decoder = find(part.text, part.name);
        return decoder ? [{ ...part, decoder }] : [];
      });
      let isEmpty = true;
      for (const { decoder, text: own, name, line } of strongest(parts))
        for (const read of readsOf(decoder, own, name)) {
          isEmpty = false;
          yield { ...read, line: line + read.line };
        }
      if (isEmpty) throw new FileTrouble('unknown-format');
    },
  };
}

/** A file that turns out to hold nothing does not end the others. */
function* readsOf(decoder: Decoder, text: string, fileName: string): Generator<Read> {
  try {
    yield* decoder.decode(text, { fileName });
  } catch (error) {
    if (!(error instanceof FileTrouble) || error.kind !== 'unknown-format') throw error;
  }
}

function strongest<T extends { decoder: Decoder }>(parts: T[]): T[] {
  const strong = parts.filter(({ decoder }) => !WEAK.has(decoder.name));
  if (strong.length) return strong;
  const better = parts.filter(({ decoder }) => !WEAKEST.has(decoder.name));
  return better.length ? better : parts;
}

function partsOf(text: string): Part[] {
  let line = 1;
  return text
    .split(FILE_MARK)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      const own = { name: part.slice(0, end), text: part.slice(end + 1), line };
      line += part.split('\n').length - 1;
      return own;
    });
}
