import type { FileStore } from '../db/backup/file-store';
import { yieldToMain } from '../runtime/yield-to-main';
import type { SearchIndex } from '../search/index/search-index';
import { decodeIndex, encodeIndex, type Header } from '../search/index/serialize';
import type { Fold } from '../search/text/fold';

const NAME = 'catalogue';

/** Bytes before the header: the length of it, and a number of our own. */
const LEAD = 8;

/** Blocks that are read at a time, of about two megabytes each: the disk answers late, and much at once. */
const AHEAD = 3;
const OURS = 0xca_1e_f1_1e;

/** A catalogue as it was kept, and how the library stood then. */
export interface SavedIndex {
  index: SearchIndex;
  cursor: string;
}

/** The catalogue between two openings: a file beside the database. What is wrong with it makes it worthless, never wrong. */
export interface IndexStore {
  /** Undefined where there is none, or it is damaged or of another layout. */
  load(fold: Fold): Promise<SavedIndex | undefined>;
  save(saved: SavedIndex): Promise<void>;
}

/** The store over the files of a library. */
export function openIndexStore(files: FileStore): IndexStore {
  return {
    async load(fold) {
      const file = await files.file(NAME);
      return file && readFile(file, fold).catch(() => undefined);
    },
    async save({ index, cursor }) {
      const writing = encodeIndex(index, cursor);
      let next = writing.next();
      for (; !next.done; next = writing.next()) await yieldToMain();
      const { header, blocks } = next.value;
      const text = new TextEncoder().encode(JSON.stringify(header));
      const lead = Uint32Array.of(OURS, text.length);
      // Two windows at once: the later one's file stays, and it is whole.
      await files.write(NAME, new Blob([lead, text, ...blocks]));
    },
  };
}

async function readFile(file: Blob, fold: Fold): Promise<SavedIndex | undefined> {
  const part = async (from: number, bytes: number) =>
    new Uint8Array(await file.slice(from, from + bytes).arrayBuffer());
  const [ours, length = 0] = new Uint32Array((await part(0, LEAD)).buffer);
  if (ours !== OURS) return undefined;
  // What is not of the shape written here fails below, and counts as damaged.
  const header = JSON.parse(new TextDecoder().decode(await part(LEAD, length))) as Header;
  let at = LEAD + length;
  const readNext = () => {
    const bytes = header.blocks[ahead.length]?.bytes ?? 0;
    at += bytes;
    const block = part(at - bytes, bytes);
    // Where it fails and nobody asks for it any more, that is nobody's trouble.
    block.catch(() => {});
    ahead.push(block);
  };
  /** All blocks up to some after the one that is being taken in. */
  const ahead: (Promise<Uint8Array<ArrayBuffer>> | undefined)[] = [];
  const index = await decodeIndex(header, fold, (n) => {
    while (ahead.length <= n + AHEAD) readNext();
    const [block] = ahead.splice(n, 1, undefined);
    return block ?? part(at, 0);
  });
  return { index, cursor: header.state };
}
