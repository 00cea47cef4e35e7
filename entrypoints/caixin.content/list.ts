import { AppError } from '../../utils/domain/errors';
import { background } from '../../utils/messaging/background';
import type { PageState } from '../../utils/messaging/contract';
import type { Core, ListOverlay, Shared } from './core';

/**
 * The list on a page, if it is one: the script of its overlay is asked for when the first posts are there. Failures are shown
 * by the overlay; where there is none, by popup and panel, which meet the same ones.
 */
export class List {
  /** Our controls; absent until there were posts, and their script ran. */
  overlay: ListOverlay | undefined;
  #opening: Promise<void> | undefined;
  /** Its script ran, and did not do what it should. */
  #isBroken = false;

  constructor(private readonly core: Core) {}

  /** The page as plain data. Throws an `AppError` if its list cannot be shown: popup and panel then say so. */
  state(): PageState {
    if (this.#isBroken) throw new AppError('broken', 'the overlay did not start');
    return this.core.page.state();
  }

  /** The page was read again. */
  async show(): Promise<void> {
    const { page } = this.core;
    if (!this.overlay && page.listed().posts.length > 0) {
      this.#opening ??= this.#open().catch(ignore);
      await this.#opening;
    }
    if (this.overlay) return this.overlay.show();
    if (this.#isBroken) return;
    await page
      .learn()
      .then(() => page.tell())
      .catch(ignore);
  }

  /** Entries changed somewhere; without addresses, anything may have changed. */
  async changed(urls?: string[]): Promise<void> {
    const { page } = this.core;
    if (!urls) page.tellAgain();
    if (this.overlay) return this.overlay.changed(urls);
    if (this.#isBroken) return;
    await page.marks
      .renew(urls)
      .then(() => page.tell())
      .catch(ignore);
  }

  async #open(): Promise<void> {
    const styles = await background.overlay().catch(ignore);
    // If it could not be run, the next reading tries again.
    this.#opening = undefined;
    if (styles === undefined || this.core.signal.aborted) return;
    try {
      // The cast: the global object of our scripts can hold it.
      this.overlay = (globalThis as Shared).openOverlay?.(this.core, styles);
    } finally {
      this.#isBroken = !this.overlay;
      if (this.#isBroken) await background.unwatched();
    }
  }
}

function ignore(): undefined {}
