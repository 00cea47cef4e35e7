import type { Mark } from '../../utils/domain/entry';
import { background } from '../../utils/messaging/background';
import { MOST_ASKED } from '../../utils/messaging/contract';

/** The marks of the posts on this page, by canonical URL. */
export class Marks {
  #marks = new Map<string, Mark>();
  #asked = new Set<string>();

  get(url: string): Mark | undefined {
    return this.#marks.get(url);
  }

  /** Asks for posts not asked for yet; true if there were any. Throws an `AppError`. */
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

  /** Asks again for those of changed posts that are on this page; without addresses, for all. Throws an `AppError`. */
  async renew(urls: string[] = [...this.#asked]): Promise<boolean> {
    return this.ask(urls.filter((url) => this.#asked.has(url)));
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
