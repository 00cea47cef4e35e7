import type { Mark } from '../../utils/entry';
import { background } from '../../utils/messaging';

/** What the library knows of the posts on this page, by canonical URL. */
export class Marks {
  #marks = new Map<string, Mark>();
  #asked = new Set<string>();

  get(url: string): Mark | undefined {
    return this.#marks.get(url);
  }

  /** Asks for the posts that were not asked for yet; true where anything came. Throws a `TroubleError`. */
  async learn(urls: string[]): Promise<boolean> {
    const open = urls.filter((url) => !this.#asked.has(url));
    if (open.length === 0) return false;
    for (const url of open) this.#asked.add(url);
    try {
      return await this.ask(open);
    } catch (error) {
      for (const url of open) this.#asked.delete(url);
      throw error;
    }
  }

  /** Asks again for posts that changed, of those that are here. */
  async renew(urls: string[]): Promise<boolean> {
    return this.ask(urls.filter((url) => this.#asked.has(url)));
  }

  /** Asks again for everything: after a time in which no change could be heard. */
  async renewAll(): Promise<boolean> {
    return this.ask([...this.#asked]);
  }

  private async ask(urls: string[]): Promise<boolean> {
    if (urls.length === 0) return false;
    const marks = new Map((await background.marks(urls)).map((mark) => [mark.url, mark]));
    for (const url of urls) {
      const mark = marks.get(url);
      if (mark) this.#marks.set(url, mark);
      else this.#marks.delete(url);
    }
    return true;
  }
}
