import { makeZip } from 'client-zip';
import type { Entry } from '../../domain/entry';
import { dayOf } from '../../domain/format-date';
import type { Codec } from '../codec';
import { plainParagraphs } from '../decode/own-note';
import { quoted } from './escape-markdown';
import { FileNames } from './file-names';
import { paragraphs } from './markdown';
import { yamlList, yamlString } from './yaml';

/** What Obsidian takes in a tag: letters, digits, `_`, `-`, `/` and pictures; no spaces (Obsidian Help, "Tags"). */
const NO_TAG = /[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-]/gu;

/** The first day a ZIP can name. */
const FIRST_DAY = Date.UTC(1980, 0, 2);

/** A vault: one note for each post, its facts as properties (YAML front matter). */
export const obsidian: Codec = {
  name: 'obsidian',
  extension: 'zip',
  mime: 'application/zip',
  keeps: [
    'url',
    'title',
    'author',
    'authorUrl',
    'category',
    'publishedAt',
    'image',
    'savedAt',
    'tags',
    'queue',
    'readAt',
    'archivedAt',
    'excerpt',
    'note',
  ],
  encode: (batches) => pieces(makeZip(notes(batches))),
};

async function* notes(batches: AsyncIterable<Entry[]>) {
  const names = new FileNames('.md');
  for await (const batch of batches) {
    for (const entry of batch) {
      const name = names.next(`${dayOf(entry.publishedAt ?? '')} ${entry.title}`);
      const lastModified = new Date(Math.max(entry.savedAt, FIRST_DAY));
      yield { name: `财新剪报/${name}`, lastModified, input: note(entry) };
    }
  }
}

/** A stream as an iterable; leaving the loop cancels the stream. */
async function* pieces(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    // client-zip closes its input and rejects the cancellation with its reason.
    await reader.cancel().catch(() => undefined);
  }
}

function note(entry: Entry): string {
  const properties = Object.entries(propertiesOf(entry))
    .flatMap(([name, value]) => (value === undefined ? [] : `${name}: ${value}`))
    .join('\n');
  const body = [entry.excerpt && quoted(entry.excerpt), entry.note && paragraphs(entry.note)];
  return `---\n${properties}\n---\n\n${body.filter(Boolean).join('\n\n')}\n`;
}

function propertiesOf(entry: Entry): Record<string, string | undefined> {
  const tags = entry.tags.map(obsidianTag);
  return {
    title: yamlString(entry.title),
    url: yamlString(entry.url),
    author: text(entry.author),
    author_url: text(entry.authorUrl),
    category: text(entry.category),
    published: text(entry.publishedAt),
    image: text(entry.image),
    saved: time(entry.savedAt),
    tags: yamlList([...new Set(tags)]),
    // The original tags, as Obsidian cannot express all of them.
    original_tags: tags.join() === entry.tags.join() ? undefined : yamlList(entry.tags),
    // As it was kept, where Markdown says it otherwise: blanks at the beginning of a line, several empty lines.
    original_note: entry.note && isOtherwise(entry.note) ? yamlString(entry.note) : undefined,
    status: yamlString(statusOf(entry)),
    read: time(entry.readAt),
    archived: time(entry.archivedAt),
    queue: text(entry.queue),
  };
}

/** Whether a note that is written and read is another one. */
function isOtherwise(note: string): boolean {
  return plainParagraphs(paragraphs(note)) !== note;
}

function statusOf({ archivedAt, readAt, queue }: Entry): string {
  if (archivedAt !== undefined) return 'archived';
  if (readAt !== undefined) return 'read';
  return queue === undefined ? 'saved' : 'queued';
}

/** Obsidian does not accept tags of digits only. */
function obsidianTag(tag: string): string {
  const plain = tag.replace(NO_TAG, '_');
  return /^[\d]+$/.test(plain) ? `_${plain}` : plain;
}

const text = (value: string | undefined) => (value === undefined ? undefined : yamlString(value));
const time = (value: number | undefined) =>
  value === undefined ? undefined : yamlString(new Date(value).toISOString());
