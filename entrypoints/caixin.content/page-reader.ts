import { cut } from '../../utils/cut';
import type { Post } from '../../utils/entry';
import { read } from '../../utils/sites';
import type { Reading } from '../../utils/sites/site';
import { canonicalUrl } from '../../utils/url';

const HAN = /\p{sc=Han}/u;

/** The page as it was last read; read again only after it changed. */
export class PageReader {
  #reading: Reading | undefined;
  #address = '';
  /** Posts with Chinese titles, as they were last read. */
  #own = new Map<string, Post>();

  /** The document may have changed. */
  forget(): void {
    this.#reading = undefined;
  }

  read(): Reading {
    if (!this.#reading || this.#address !== location.href) {
      this.#address = location.href;
      this.#reading = this.#asOwn(read(document, new URL(location.href), new Date()));
    }
    return this.#reading;
  }

  /** A page that a translator took over: what was Chinese before is told as it was. */
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
    const title = link?.textContent?.replace(/\s+/g, ' ').trim();
    return title ? { url: wanted, title: cut(title, 300).toWellFormed() } : undefined;
  }
}
