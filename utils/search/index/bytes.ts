/** Writes columns one after another, each aligned to eight bytes. */
export class Writer {
  readonly #parts: Uint8Array<ArrayBuffer>[] = [];
  #size = 0;

  put(column: Uint8Array | Uint16Array | Uint32Array | Float64Array): void {
    const bytes = new Uint8Array(Math.ceil(column.byteLength / 8) * 8);
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
    this.#parts.push(bytes);
    this.#size += bytes.length;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const all = new Uint8Array(this.#size);
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
}

/** Reads columns in the order they were written. Throws a `RangeError` where there are not as many bytes. */
export class Reader {
  #at = 0;

  constructor(readonly bytes: Uint8Array<ArrayBuffer>) {}

  u8(length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.bytes.buffer, this.#next(length), length);
  }

  u16(length: number): Uint16Array<ArrayBuffer> {
    return new Uint16Array(this.bytes.buffer, this.#next(length * 2), length);
  }

  u32(length: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.bytes.buffer, this.#next(length * 4), length);
  }

  f64(length: number): Float64Array<ArrayBuffer> {
    return new Float64Array(this.bytes.buffer, this.#next(length * 8), length);
  }

  #next(bytes: number): number {
    const at = this.bytes.byteOffset + this.#at;
    this.#at += Math.ceil(bytes / 8) * 8;
    return at;
  }
}

/**
 * A checksum: FNV-1a over 32-bit words, in two lanes, since each step of a lane waits for the one before.
 */
export function sumOf(bytes: Uint8Array<ArrayBuffer>): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >>> 2);
  let even = 0x81_1c_9d_c5;
  let odd = even ^ 1;
  const end = words.length - 1;
  for (let at = 0; at < end; at += 2) {
    even = Math.imul(even ^ (words[at] ?? 0), 0x01_00_01_93);
    odd = Math.imul(odd ^ (words[at + 1] ?? 0), 0x01_00_01_93);
  }
  if (words.length % 2 === 1) even = Math.imul(even ^ (words[end] ?? 0), 0x01_00_01_93);
  return Math.imul(even ^ odd, 0x01_00_01_93) >>> 0;
}
