/** Packs rows as gzipped lines of JSON. */
export async function pack<T>(batches: AsyncIterable<T[]> | T[][]): Promise<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new CompressionStream('gzip');
  const [packed] = await Promise.all([new Response(readable).arrayBuffer(), write(writable, batches)]);
  return new Uint8Array(packed);
}

async function write<T>(
  gzip: WritableStream<BufferSource>,
  batches: AsyncIterable<T[]> | T[][],
): Promise<void> {
  const writer = gzip.getWriter();
  for await (const batch of batches) {
    const lines = batch.map((row) => `${JSON.stringify(row)}\n`).join('');
    await writer.write(new TextEncoder().encode(lines));
  }
  await writer.close();
}

/** The rows that were packed. Throws where the body is damaged. */
export async function unpack<T>(body: Uint8Array<ArrayBuffer>): Promise<T[]> {
  const stream = new Blob([body]).stream().pipeThrough(new DecompressionStream('gzip'));
  const text = await new Response(stream).text();
  // The lines are rows as they were written by `pack`.
  return text.split('\n').flatMap((line) => (line ? [JSON.parse(line) as T] : []));
}
