import type { ComponentChildren } from 'preact';
import type { Post } from '../../utils/domain/entry';
import { dayOf } from '../../utils/domain/format-date';
import { type Highlight, hitsIn } from '../../utils/search/highlight';
import styles from './byline.module.css';
import { marked } from './highlighted';
import { TagNames } from './tag-name';

interface BylineProps {
  post: Post;
  tags?: string[];
  /** How long ago it was saved. */
  age?: string;
  /** What to highlight. */
  highlight?: Highlight;
  class?: string | undefined;
  /** Shown before everything else. */
  children?: ComponentChildren;
}

/** Author, day and tags of a post; its category too if it matches the search. */
export function Byline({ post, tags = [], age, highlight, class: style, children }: BylineProps) {
  const { author, category, publishedAt } = post;
  const isByCategory = highlight && category && hitsIn(category, highlight).length > 0;
  return (
    <span class={style ? `${styles.byline} ${style}` : styles.byline}>
      {children}
      {author && <span lang="zh-CN">{marked(author, highlight)}</span>}
      {isByCategory && <span lang="zh-CN">{marked(category, highlight)}</span>}
      {publishedAt && <time class="numbers">{dayOf(publishedAt)}</time>}
      {age && <span class="numbers">{age}</span>}
      {tags.length > 0 && <TagNames tags={tags} class={styles.tag} highlight={highlight} />}
    </span>
  );
}
