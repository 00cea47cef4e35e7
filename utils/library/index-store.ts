import type { FileStore } from '../db/backup/file-store';
import { yieldToMain } from '../runtime/yield-to-main';
import type { SearchIndex } from '../search/index/search-index';
import { decodeIndex, encodeIndex, type Header } from '../search/index/serialize';
import type { Fold } from '../search/text/fold';

/** The name of the file; earlier versions wrote it too. */
const NAME = 'catalogue';

/** Bytes before the header: a magic number and the length of the header. */
const LEAD = 8;

/** Blocks read ahead, of about two megabytes each: a read has a long delay but a high throughput. */
const AHEAD = 3;
/** The magic number of the file. */
const MAGIC = 0xca_1e_f1_1e;

/** A saved search index, and the cursor it was saved at. */
interface SavedIndex {
  index: SearchIndex;
  cursor: string;
}

/** Keeps the search index between two openings, as a file beside the database. A faulty file is never used. */
export interface IndexStore {
  /** Undefined if there is none, or it is damaged or of another layout. */
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
      const lead = Uint32Array.of(MAGIC, text.length);
      // If two windows write at once, the later file replaces the other completely.
      await files.write(NAME, new Blob([lead, text, ...blocks]));
    },
  };
}

async function readFile(file: Blob, fold: Fold): Promise<SavedIndex | undefined> {
  const part = async (from: number, bytes: number) =>
    new Uint8Array(await file.slice(from, from + bytes).arrayBuffer());
  const [magic, length = 0] = new Uint32Array((await part(0, LEAD)).buffer);
  if (magic !== MAGIC) return undefined;
  // A header of another shape fails below, and counts as damaged.
  const header = JSON.parse(new TextDecoder().decode(await part(LEAD, length))) as Header;
  let at = LEAD + length;
  const readNext = () => {
    const bytes = header.blocks[ahead.length]?.bytes ?? 0;
    at += bytes;
    const block = part(at - bytes, bytes);
    // A failed read that nobody needs any more is no error.
    block.catch(() => {});
    ahead.push(block);
  };
  /** The blocks read so far, some ahead of the one being decoded. */
  const ahead: (Promise<Uint8Array<ArrayBuffer>> | undefined)[] = [];
  const index = await decodeIndex(header, fold, (n) => {
    while (ahead.length <= n + AHEAD) readNext();
    const [block] = ahead.splice(n, 1, undefined);
    return block ?? part(at, 0);
  });
  return { index, cursor: header.state };
}
