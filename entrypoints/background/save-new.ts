import type { Entries } from '../../utils/db/entries';
import type { SaveOptions } from '../../utils/messaging/contract';
import { pageIn } from '../../utils/messaging/page-in';
import { postsFrom } from '../../utils/messaging/shapes';

/** Saves the posts of a tab's page that are not saved yet. Throws an `AppError`; then nothing was saved. */
export async function saveNew(entries: Entries, tabId: number, options: SaveOptions): Promise<void> {
  const { page } = await pageIn(tabId).page();
  const posts = postsFrom(page.posts);
  const marks = await entries.marks(posts.map(({ url }) => url));
  const saved = new Set(marks.map(({ url }) => url));
  const fresh = posts.filter(({ url }) => !saved.has(url));
  if (fresh.length > 0) await entries.save(fresh, options);
}
