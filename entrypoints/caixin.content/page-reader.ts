import type { Post } from '../../utils/domain/entry';
import { cut } from '../../utils/domain/plain-text';
import { canonicalUrl } from '../../utils/domain/url';
import { read } from '../../utils/sites';
import type { Reading } from '../../utils/sites/site';
import { shownNow } from './shown';

const HAN = /\p{sc=Han}/u;

/** How many rows are checked for changed visibility; it is done often. */
const FIRST = 200;

/** Reads the page, again only after it changed. Rows that nobody can see are left out. */
export class PageReader {
  #reading: Reading | undefined;
  #address = '';
  #unseen: Post[] = [];
  /** Posts with Chinese titles, as they were last read. */
  #own = new Map<string, Post>();

  /** To be called when the document may have changed. */
  forget(): void {
    this.#reading = undefined;
  }

  read(): Reading {
    if (!this.#reading || this.#address !== location.href) {
      this.#address = location.href;
      const reading = this.#asOwn(read(document, new URL(location.href), new Date()));
      this.#reading = reading.page.kind === 'list' ? this.#withoutUnseen(reading) : reading;
    }
    return this.#reading;
  }

  /** Whether rows became visible or invisible since, among the first of each. Reads layout. */
  isOutdated(most = FIRST): boolean {
    const { page, places } = this.read();
    const isShown = shownNow();
    const turned = (posts: Post[], was: boolean) =>
      posts.slice(0, most).some(({ url }) => isShown(places.get(url)) !== was);
    return turned(this.#unseen, false) || (page.kind === 'list' && turned(page.posts, true));
  }

  #withoutUnseen({ page, places }: Reading): Reading {
    const isShown = shownNow();
    const unseen: Post[] = [];
    const posts = page.posts.filter((post) => isShown(places.get(post.url)) || !unseen.push(post));
    this.#unseen = unseen;
    return { page: { ...page, posts }, places };
  }

  /** Keeps the Chinese titles of a page that was translated meanwhile. */
  #asOwn(reading: Reading): Reading {
    const own = (post: Post) => {
      const known = this.#own.get(post.url);
      if (known && !HAN.test(post.title)) return known;
      if (HAN.test(post.title)) this.#own.set(post.url, post);
      return post;
    };
    const { posts, others } = reading.page;
    return { ...reading, page: { ...reading.page, posts: posts.map(own), others: others.map(own) } };
  }

  /** The post a link leads to: as a list describes it, else with the text of the link. */
  postAt(url: string): Post | undefined {
    const wanted = canonicalUrl(url);
    if (!wanted) return undefined;
    const { posts, others } = this.read().page;
    const known = [...posts, ...others].find((post) => post.url === wanted);
    if (known) return known;
    const link = [...document.links].find(
      (one) => canonicalUrl(one.href) === wanted && one.textContent?.trim(),
    );
    const title = cut((link?.textContent ?? '').replace(/\s+/g, ' ').trim().toWellFormed(), 300);
    return title ? { url: wanted, title } : undefined;
  }
}
