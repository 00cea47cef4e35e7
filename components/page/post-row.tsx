import type { Entry, Post } from '../../utils/domain/entry';
import { savedAs } from '../library/entry-actions';
import { Byline } from '../ui/byline';
import { Tick } from '../ui/tick';
import styles from './post-row.module.css';

interface PostRowProps {
  post: Post;
  ticked: boolean;
  /** The entry, where the post is saved. */
  entry: Entry | undefined;
  onTick(isRange: boolean): void;
}

/** A post of the page: checkbox, title, what the page says about it, and whether it is saved. */
export function PostRow({ post, ticked, entry, onTick }: PostRowProps) {
  return (
    <li class={styles.row} data-row>
      <Tick class={styles.label} ticked={ticked} onTick={onTick}>
        <span class={styles.text}>
          <span class={styles.title} lang="zh-CN">
            {post.title}
          </span>
          <Byline post={post} class={styles.byline} {...(entry && { tags: entry.tags })}>
            {entry && savedAs(entry)}
          </Byline>
          {post.excerpt && (
            <span class={styles.excerpt} lang="zh-CN">
              {post.excerpt}
            </span>
          )}
        </span>
      </Tick>
    </li>
  );
}
