import { DATABASE } from '../schema';

/**
 * The extension's own files, apart from its databases (Origin Private File System). If Chromium finds database files
 * damaged, for example after a full disk, it deletes all databases of the extension; these files stay.
 */
export interface FileStore {
  names(): Promise<string[]>;
  /** Undefined where there is no such file, or it cannot be read. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** The file as it is now, for reading in parts; undefined where there is none. */
  file(name: string): Promise<Blob | undefined>;
  size(name: string): Promise<number>;
  /** Atomic: the file appears once it is written completely. */
  write(name: string, body: Uint8Array<ArrayBuffer> | Blob): Promise<void>;
  remove(names: string[]): Promise<void>;
}

/** @param of name of the library's database */
export function openFileStore(of = DATABASE): FileStore {
  const folder = async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle(of, { create: true });
  const file = async (name: string) => (await (await folder()).getFileHandle(name)).getFile();
  return {
    async names() {
      const names: string[] = [];
      for await (const name of (await folder()).keys()) names.push(name);
      return names.sort();
    },
    read: (name) =>
      file(name)
        .then(async (body) => new Uint8Array(await body.arrayBuffer()))
        .catch(() => undefined),
    file: (name) => file(name).catch(() => undefined),
    size: async (name) => (await file(name)).size,
    async write(name, body) {
      const handle = await (await folder()).getFileHandle(name, { create: true });
      const writable = await handle.createWritable();
      await writable.write(body);
      await writable.close();
    },
    async remove(names) {
      const home = await folder();
      // Another window may have removed it already.
      await Promise.all(names.map((name) => home.removeEntry(name).catch(() => {})));
    },
  };
}
