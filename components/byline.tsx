import { dayOf } from '../utils/date-text';
import type { Post } from '../utils/entry';
import styles from './byline.module.css';
import { TagName } from './tag-name';

/** Author, day and tags of a post, quieter than its title. `age` is said where the reader's own time matters. */
export function Byline({ post, tags = [], age }: { post: Post; tags?: string[]; age?: string }) {
  return (
    <span class={styles.byline}>
      {post.author && <span lang="zh-CN">{post.author}</span>}
      {post.publishedAt && <time class="numbers">{dayOf(post.publishedAt)}</time>}
      {age && <span class="numbers">{age}</span>}
      {tags.map((tag) => (
        <TagName key={tag} tag={tag} class={styles.tag} />
      ))}
    </span>
  );
}
