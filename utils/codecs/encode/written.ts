import type { Entry } from '../../domain/entry';

/** A file of one piece per entry: what comes before, between and after them. */
export interface Layout {
  head?: string;
  entry(entry: Entry): string;
  between?: string;
  tail?: string | ((count: number) => string);
}

/** Writes a file batch by batch: no more than one batch is in memory. */
export async function* written(batches: AsyncIterable<Entry[]>, layout: Layout): AsyncGenerator<string> {
  const { head, entry, between = '', tail } = layout;
  if (head) yield head;
  let count = 0;
  for await (const batch of batches) {
    const text = batch.map((one) => entry(one)).join(between);
    if (text) yield count > 0 ? between + text : text;
    count += batch.length;
  }
  if (tail) yield typeof tail === 'string' ? tail : tail(count);
}
