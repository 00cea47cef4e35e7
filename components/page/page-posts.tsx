import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Draft } from '../../utils/domain/draft';
import type { Post } from '../../utils/domain/entry';
import { invert, range, toggle } from '../../utils/domain/selection';
import type { Library } from '../../utils/library';
import type { PageState } from '../../utils/messaging/contract';
import { TagField } from '../tag-field/tag-field-view';
import { PageArticle } from './page-article-lazy';
import styles from './page-posts.module.css';
import { PostRow } from './post-row';

export interface PagePostsProps {
  page: PageState['page'];
  library: Library;
  draft: Draft;
  busy: boolean;
  onDraft(change: Partial<Draft>): void;
  onSave(queue: boolean): void;
}

/** The open page: its article, or its list. */
export function PagePosts(props: PagePostsProps) {
  const { page, library } = props;
  const [post] = page.posts;
  if (page.kind !== 'article' || !post) return <ListedPosts {...props} />;
  const entry = library.entries.value.get(post.url);
  return <PageArticle {...props} post={post} entry={entry} known={library.tags.value} />;
}

/** The posts of a list, ticked as on the page, with the buttons to save and queue them. */
function ListedPosts(props: PagePostsProps) {
  const { page, library, draft, onDraft } = props;
  const entries = library.entries.value;
  const last = useRef<string>(undefined);
  const ticked = new Set(draft.ticked);
  const urls = page.posts.map((post) => post.url);
  const tick = (url: string, isRange: boolean) => {
    const next = isRange && last.current ? range(ticked, urls, last.current, url) : toggle(ticked, url);
    last.current = url;
    onDraft({ ticked: [...next] });
  };
  return (
    <section class={styles.page} aria-label={i18n.t('page.posts')}>
      <Head {...props} urls={urls} />
      <ul>
        {page.posts.map((post) => (
          <PostRow
            key={post.url}
            post={post}
            ticked={ticked.has(post.url)}
            entry={entries.get(post.url)}
            onTick={(isRange) => tick(post.url, isRange)}
          />
        ))}
      </ul>
      <Foot {...props} count={page.posts.filter((post: Post) => ticked.has(post.url)).length} />
    </section>
  );
}

function Head({ page, library, draft, onDraft, urls }: PagePostsProps & { urls: string[] }) {
  const entries = library.entries.value;
  const ticked = new Set(draft.ticked);
  const saved = urls.filter((url) => entries.has(url)).length;
  const chosen = urls.filter((url) => ticked.has(url)).length;
  const set = (next: Iterable<string>) => onDraft({ ticked: [...next] });
  const crumbs = [page.author, page.category ?? page.heading].filter(Boolean);
  return (
    <header class={styles.head}>
      <h2 class="numbers">{i18n.t('page.counts', [String(urls.length), String(saved), String(chosen)])}</h2>
      <p class={styles.crumbs} lang="zh-CN">
        {[...new Set(crumbs)].join(' › ')}
      </p>
      {urls.length > 1 && (
        <div class={styles.selects}>
          <button type="button" onClick={() => set(ticked.union(new Set(urls)))}>
            {i18n.t('page.select.all')}
          </button>
          <button type="button" onClick={() => set(ticked.difference(new Set(urls)))}>
            {i18n.t('page.select.none')}
          </button>
          <button type="button" onClick={() => set(urls.filter((url) => !entries.has(url)))}>
            {i18n.t('page.select.new')}
          </button>
          <button type="button" onClick={() => set(invert(ticked, urls))}>
            {i18n.t('page.select.invert')}
          </button>
        </div>
      )}
    </header>
  );
}

function Foot({ page, library, draft, busy, count, onDraft, onSave }: PagePostsProps & { count: number }) {
  const off = busy || count === 0;
  const why = count === 0 ? i18n.t('page.nothingTicked') : undefined;
  const save = (queue: boolean) => {
    if (!off) onSave(queue);
  };
  const button = { type: 'button', 'aria-disabled': off, title: why } as const;
  return (
    <footer class={styles.foot}>
      <div class={styles.tags}>
        <TagField
          tags={draft.tags}
          typed={draft.typed}
          known={library.tags.value}
          about={page}
          label={i18n.t('common.tags')}
          placeholder={i18n.t('common.addTags')}
          upward
          onTags={(tags) => onDraft({ tags })}
          onTyped={(typed) => onDraft({ typed })}
          onSubmit={() => save(false)}
        />
      </div>
      <button {...button} class="primary" data-key="s" onClick={() => save(false)}>
        {count > 0 ? i18n.t('page.saveCount', [String(count)]) : i18n.t('page.save')}
      </button>
      <button {...button} class="outlined" data-key="queue-ticked" onClick={() => save(true)}>
        {i18n.t('common.queue')}
      </button>
    </footer>
  );
}
