import type { Post } from '../domain/entry';
import { AppError } from '../domain/errors';
import { canonicalUrl } from '../domain/url';

/** Most posts in one save. */
const MOST = 10_000;

/** @throws AppError if anything to be saved is not a post of Caixin; then nothing is saved */
export function checkPosts(posts: Post[]): void {
  if (posts.length > MOST) throw new AppError('broken', `more than ${MOST} posts in one save`);
  for (const post of posts) {
    if (canonicalUrl(post.url) !== post.url)
      throw new AppError('broken', `not an article of Caixin: ${post.url}`);
    if (!post.title.trim()) throw new AppError('broken', `a post without a title: ${post.url}`);
  }
}
