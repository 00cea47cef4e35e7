import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Draft } from '../../utils/domain/draft';
import type { Post } from '../../utils/domain/entry';
import { invert, range, toggle } from '../../utils/domain/selection';
import type { Library } from '../../utils/library';
import type { PageState } from '../../utils/messaging/contract';
import { PageArticle } from './page-article';
import styles from './page-posts.module.css';
import { PostRow } from './post-row';
import { SaveBar } from './save-bar';

interface PagePostsProps {
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
  return <PageArticle {...props} post={post} entry={entry} />;
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
      <SaveBar
        {...props}
        about={page}
        count={page.posts.filter((post: Post) => ticked.has(post.url)).length}
      />
    </section>
  );
}

const SELECTS = ['all', 'none', 'new', 'invert'] as const;

function Head({ page, library, draft, onDraft, urls }: PagePostsProps & { urls: string[] }) {
  const entries = library.entries.value;
  const ticked = new Set(draft.ticked);
  const saved = urls.filter((url) => entries.has(url)).length;
  const chosen = urls.filter((url) => ticked.has(url)).length;
  const choices = {
    all: () => ticked.union(new Set(urls)),
    none: () => ticked.difference(new Set(urls)),
    new: () => urls.filter((url) => !entries.has(url)),
    invert: () => invert(ticked, urls),
  };
  const crumbs = [page.author, page.category ?? page.heading].filter(Boolean);
  return (
    <header class={styles.head}>
      <h2 class="numbers">{i18n.t('page.counts', [String(urls.length), String(saved), String(chosen)])}</h2>
      <p class={styles.crumbs} lang="zh-CN">
        {[...new Set(crumbs)].join(' › ')}
      </p>
      {urls.length > 1 && (
        <div class={styles.selects}>
          {SELECTS.map((which) => (
            <button key={which} type="button" onClick={() => onDraft({ ticked: [...choices[which]()] })}>
              {i18n.t(`page.select.${which}`)}
            </button>
          ))}
        </div>
      )}
    </header>
  );
}
