import { type UnzipFileInfo, unzipSync } from 'fflate';
import { FileTrouble } from './file-trouble';

/** Stands before the name of each file in the text of an archive: no text file has it. */
export const FILE_MARK = '\u001c';

/** Most bytes that are taken out of an archive: what is read of one file. */
const LARGEST = 256 * 2 ** 20;

/** Files in which programs keep what they export. */
const READABLE = /\.(?:json|jsonl|csv|tsv|html?|md|markdown|txt|enex|xml|ris|bib|zip)$/i;

/** What is in an archive beside the export: covers of the system, hidden folders, notes of the program's own. */
const BESIDE = /(?:^|\/)(?:__MACOSX|\.[^/]*)(?:\/|$)|(?:^|\/)index\.html$/;

/** Whether bytes are a zip. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** The readable files of a zip by name, those of a zip inside it too. Throws a `FileTrouble`. */
export function filesIn(bytes: Uint8Array, isInside = false): [name: string, bytes: Uint8Array][] {
  let size = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo) => {
    if (!READABLE.test(name) || BESIDE.test(name)) return false;
    size += originalSize;
    if (size > LARGEST) throw new FileTrouble('too-large');
    return true;
  };
  try {
    return Object.entries(unzipSync(bytes, { filter })).flatMap(([name, file]) =>
      isZip(file) && !isInside
        ? filesIn(file, true)
        : isZip(file)
          ? []
          : [[name, file] as [string, Uint8Array]],
    );
  } catch (error) {
    if (error instanceof FileTrouble) throw error;
    throw new FileTrouble(/unexpected EOF|invalid zip/i.test(String(error)) ? 'truncated' : 'broken');
  }
}

/** Several files as one text, each below its name. */
export function bundled(files: [name: string, text: string][]): string {
  return files
    .map(
      ([name, text]) =>
        `${FILE_MARK}${name.replaceAll('\n', ' ')}\n${text}${text.endsWith('\n') ? '' : '\n'}`,
    )
    .join('');
}
