import type { Post } from '../../utils/domain/entry';
import { pageAddress } from '../../utils/domain/url';
import { background } from '../../utils/messaging/background';
import type { PageState } from '../../utils/messaging/contract';
import type { Reading } from '../../utils/sites/site';
import { Marks } from './marks';
import { PageReader } from './page-reader';

/** The posts of this page and their marks, and what is reported about them to the background. */
export class PagePosts {
  readonly marks = new Marks();
  readonly reader = new PageReader();
  #told = '';

  /** The page as plain data, read now if it changed. */
  state(): PageState {
    return { address: pageAddress(location.href), page: this.reader.read().page };
  }

  /** The posts that have controls, and where they are; none on a page that is no list. */
  listed(): { posts: Post[]; places: Reading['places'] } {
    const { page, places } = this.reader.read();
    return { posts: page.kind === 'list' ? page.posts : [], places };
  }

  /** Asks for the marks of posts not asked for yet; true if there were any. Throws an `AppError`. */
  learn(): Promise<boolean> {
    return this.marks.learn(this.reader.read().page.posts.map((post) => post.url));
  }

  saved(): number {
    return this.listed().posts.filter((post) => this.marks.get(post.url)).length;
  }

  /** Whether the article that this page shows is saved. */
  #isSavedArticle(): boolean {
    const { kind, posts } = this.reader.read().page;
    return kind === 'article' && posts.some((post) => this.marks.get(post.url));
  }

  /** Tells the background how many posts are here and how many of them are saved, when that changed. */
  async tell(): Promise<void> {
    const counts = { posts: this.listed().posts.length, saved: this.#isSavedArticle() ? 1 : this.saved() };
    const told = `${location.href} ${counts.posts} ${counts.saved}`;
    if (told === this.#told || (this.#told === '' && counts.posts + counts.saved === 0)) return;
    await background.pageRead(counts);
    this.#told = told;
  }

  /** Tells it the next time, whether that changed or not. */
  tellAgain(): void {
    this.#told = '';
  }
}
