import type { Post } from '../domain/entry';
import { TroubleError } from '../domain/errors';
import { canonicalUrl } from '../domain/url';

/** Most posts in one save. */
const MOST = 10_000;

/** Throws a `TroubleError` where a save would keep something that is no post: then nothing is kept. */
export function checkPosts(posts: Post[]): void {
  if (posts.length > MOST) throw new TroubleError('broken', `more than ${MOST} posts in one save`);
  for (const post of posts) {
    if (canonicalUrl(post.url) !== post.url)
      throw new TroubleError('broken', `not an article of Caixin: ${post.url}`);
    if (!post.title.trim()) throw new TroubleError('broken', `a post without a title: ${post.url}`);
  }
}
