import { FileTrouble } from './file-trouble';
import { likelier } from './likelier';
import { bundled, filesIn, isZip } from './zip-text';

const LARGEST = 256 * 2 ** 20;

/** Old Chinese files of Taiwan and Hong Kong are small. */
const LONGEST_BIG5 = 16 * 2 ** 20;

const MARKS: [label: string, bytes: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The text of a file, or of the files in a zip: by its byte order mark (UTF-8, UTF-16), else strict UTF-8, else GB18030, which includes GBK, or Big5.
 * Throws a `FileTrouble`: `too-large` over 256 MB, `encoding` if it is not text, `truncated` if it ends inside a
 * character.
 */
export function textOf(bytes: Uint8Array): string {
  if (bytes.length > LARGEST) throw new FileTrouble('too-large');
  return isZip(bytes) ? archived(bytes) : plain(bytes);
}

/** The text of the files in an archive; of one file its own text. */
function archived(bytes: Uint8Array): string {
  const files = filesIn(bytes).map(([name, file]): [string, string] => [name, plain(file)]);
  const [first] = files;
  if (!first) throw new FileTrouble('unknown-format');
  return files.length === 1 && !/\.(?:md|markdown)$/i.test(first[0]) ? first[1] : bundled(files);
}

function plain(bytes: Uint8Array): string {
  const text = decoded(bytes);
  if (text.includes('\0')) throw new FileTrouble('encoding');
  return text;
}

function decoded(bytes: Uint8Array): string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
  const whole = strict(bytes, marked ?? 'utf-8');
  if (whole !== undefined) return whole;
  if (endsInside(bytes, marked)) throw new FileTrouble('truncated');
  const chinese = marked
    ? undefined
    : likelier(strict(bytes, 'gb18030'), bytes.length < LONGEST_BIG5 ? strict(bytes, 'big5') : undefined);
  if (chinese === undefined) throw new FileTrouble('encoding');
  return chinese;
}

/** Whether all but the last character can be read. */
function endsInside(bytes: Uint8Array, marked?: string): boolean {
  const most = strict(bytes, marked ?? 'utf-8', true);
  // One odd byte after plain ASCII is more likely the only Chinese word of a GBK file.
  return most !== undefined && (marked !== undefined || /[^\0-\x7f]/.test(most));
}

function strict(bytes: Uint8Array, label: string, stream = false): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream });
  } catch {
    return undefined;
  }
}
