/** The browser's private file system in memory: the part of it that `FileStore` uses (File System Standard). */
class Folder {
  readonly #folders = new Map<string, Folder>();
  readonly #files = new Map<string, Uint8Array<ArrayBuffer>>();

  async getDirectoryHandle(name: string, { create = false } = {}): Promise<Folder> {
    const found = this.#folders.get(name) ?? (create ? new Folder() : undefined);
    if (!found) throw new DOMException(name, 'NotFoundError');
    this.#folders.set(name, found);
    return found;
  }

  async getFileHandle(name: string, { create = false } = {}) {
    if (!this.#files.has(name) && !create) throw new DOMException(name, 'NotFoundError');
    if (!this.#files.has(name)) this.#files.set(name, new Uint8Array());
    return {
      getFile: async () => new Blob([this.#files.get(name) ?? new Uint8Array()]),
      createWritable: async () => {
        let body = new Uint8Array();
        return {
          write: async (next: Uint8Array<ArrayBuffer> | Blob) => {
            body = next instanceof Uint8Array ? next.slice() : new Uint8Array(await next.arrayBuffer());
          },
          close: async () => void this.#files.set(name, body),
        };
      },
    };
  }

  async removeEntry(name: string): Promise<void> {
    if (!this.#files.delete(name) && !this.#folders.delete(name))
      throw new DOMException(name, 'NotFoundError');
  }

  async *keys(): AsyncGenerator<string> {
    yield* [...this.#files.keys(), ...this.#folders.keys()];
  }
}

const root = new Folder();

/** Gives the page a private file system of its own, in a browser that records what is written. */
export function giveFolder(): void {
  const storage = {
    ...navigator.storage,
    getDirectory: async () => root,
    estimate: async () => ({ usage: 1000, quota: 1_000_000_000 }),
    persisted: async () => false,
  };
  Object.defineProperty(navigator, 'storage', { value: storage, configurable: true });
}
