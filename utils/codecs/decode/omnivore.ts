import * as v from 'valibot';
import type { Decoder } from '../decoder';
import { timeOf } from '../moments';
import type { Raw } from '../read-of';
import { placeInQueue } from '../roles/raw-of-facts';
import { arrayItems, text } from './json-items';

const label = v.union([v.string(), v.object({ name: v.string() })]);

/** One article of Omnivore's export (`metadata_0_to_20.json`, 2024-11). */
const article = v.object({
  url: text,
  title: text,
  author: text,
  description: text,
  state: text,
  thumbnail: text,
  savedAt: text,
  updatedAt: text,
  publishedAt: text,
  readingProgress: v.fallback(v.optional(v.number()), undefined),
  labels: v.fallback(v.optional(v.array(label), []), []),
});

/**
 * Omnivore: labels are tags, archived and read through come along with the time of the last change, and what is still
 * active waits to be read.
 */
export const omnivore: Decoder = {
  name: 'omnivore',
  detect: (head) => /^\s*\[\s*\{/.test(head) && head.includes('"slug"') && head.includes('"savedAt"'),
  decode: (file) => {
    let count = 0;
    return arrayItems(file, article, (item) => rawOf(item, ++count));
  },
};

function rawOf(item: v.InferOutput<typeof article>, count: number): Raw {
  const savedAt = timeOf(item.savedAt);
  const changedAt = timeOf(item.updatedAt) ?? savedAt;
  const isRead = (item.readingProgress ?? 0) >= 100;
  const isActive = /^(?:active|reading|unread)$/i.test(item.state ?? '');
  return {
    ...item,
    excerpt: item.description,
    image: item.thumbnail,
    tags: item.labels.map((one) => (typeof one === 'string' ? one : one.name)),
    savedAt,
    queue: isActive && !isRead ? placeInQueue(count) : undefined,
    readAt: isRead ? changedAt : undefined,
    archivedAt: item.state?.toLowerCase() === 'archived' ? changedAt : undefined,
  };
}
