import type { Post } from '../../utils/entry';
import { cut } from '../../utils/plain-text';
import { read } from '../../utils/sites';
import type { Reading } from '../../utils/sites/site';
import { canonicalUrl } from '../../utils/url';

/** The page as it was last read; read again only after it changed. */
export class PageReader {
  #reading: Reading | undefined;
  #address = '';

  /** The document may have changed. */
  forget(): void {
    this.#reading = undefined;
  }

  read(): Reading {
    if (!this.#reading || this.#address !== location.href) {
      this.#address = location.href;
      this.#reading = read(document, new URL(location.href), new Date());
    }
    return this.#reading;
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
    const title = cut((link?.textContent ?? '').replace(/\s+/g, ' ').trim().toWellFormed(), 300);
    return title ? { url: wanted, title } : undefined;
  }
}
