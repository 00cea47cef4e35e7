import type { Mark } from '../../utils/domain/entry';
import { MOST_ASKED } from '../../utils/messaging/contract';
import { background } from '../../utils/messaging/transport';

/** What the library knows of the posts on this page, by canonical URL. */
export class Marks {
  #marks = new Map<string, Mark>();
  #asked = new Set<string>();

  get(url: string): Mark | undefined {
    return this.#marks.get(url);
  }

  /** Asks for the posts that were not asked for yet; true where anything came. Throws an `AppError`. */
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
    for (let at = 0; at < urls.length; at += MOST_ASKED) {
      const part = urls.slice(at, at + MOST_ASKED);
      const marks = await background.marks(part);
      for (const url of part) this.#marks.delete(url);
      for (const mark of marks) this.#marks.set(mark.url, mark);
    }
    return urls.length > 0;
  }
}
