import type { Post } from '../../utils/entry';
import { read } from '../../utils/sites';
import type { Reading } from '../../utils/sites/site';
import { canonicalUrl } from '../../utils/url';
import { shownNow } from './shown';

/** The page as it was last read; read again only after it changed. Rows that nobody can see are no posts of it. */
export class PageReader {
  #reading: Reading | undefined;
  #address = '';
  #unseen: Post[] = [];

  /** The document may have changed. */
  forget(): void {
    this.#reading = undefined;
  }

  read(): Reading {
    if (!this.#reading || this.#address !== location.href) {
      this.#address = location.href;
      const reading = read(document, new URL(location.href), new Date());
      this.#reading = reading.page.kind === 'list' ? this.#withoutUnseen(reading) : reading;
    }
    return this.#reading;
  }

  /** Whether a row that was not to be seen is now. Reads layout. */
  hasAppeared(): boolean {
    const isShown = shownNow();
    return this.#unseen.some(({ url }) => isShown(this.#reading?.places.get(url)));
  }

  #withoutUnseen({ page, places }: Reading): Reading {
    const isShown = shownNow();
    const posts = page.posts.filter(({ url }) => isShown(places.get(url)));
    this.#unseen = page.posts.filter((post) => !posts.includes(post));
    return { page: { ...page, posts }, places };
  }

  /** The post a link leads to: as a list tells of it, else by the words of the link. */
  postAt(url: string): Post | undefined {
    const wanted = canonicalUrl(url);
    if (!wanted) return undefined;
    const { posts, others } = this.read().page;
    const known = [...posts, ...others].find((post) => post.url === wanted);
    if (known) return known;
    const link = [...document.links].find(
      (one) => canonicalUrl(one.href) === wanted && one.textContent?.trim(),
    );
    const title = link?.textContent?.replace(/\s+/g, ' ').trim().slice(0, 300).toWellFormed();
    return title ? { url: wanted, title } : undefined;
  }
}
