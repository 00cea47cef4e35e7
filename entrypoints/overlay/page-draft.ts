import { type Draft, NO_DRAFT } from '../../utils/domain/draft';
import type { Ticked } from '../../utils/domain/selection';
import { SyncedDraft } from '../../utils/domain/synced-draft';
import { pageAddress } from '../../utils/domain/url';
import { background } from '../../utils/messaging/background';

/** The draft of the page's address, which every surface that shows this page shares. */
export class PageDraft {
  now: Draft = NO_DRAFT;
  ticked: Ticked = new Set();
  #address = '';
  #synced: SyncedDraft | undefined;

  constructor(private readonly render: () => void) {}

  /** Whether it is that of the address where the page is now. */
  isHere(): boolean {
    return pageAddress(location.href) === this.#address;
  }

  /** Follows the draft of the address where the page is now. */
  follow(): Promise<void> {
    this.#address = pageAddress(location.href);
    const synced = new SyncedDraft({ read: background.draft, change: background.changeDraft }, (now) => {
      if (this.#synced !== synced) return;
      this.#take(now);
      this.render();
    });
    this.#synced = synced;
    this.#take(NO_DRAFT);
    return this.renew();
  }

  /** Asks for it again. Throws an `AppError`. */
  async renew(): Promise<void> {
    await this.#synced?.renew();
  }

  /** Changes it here at once, and everywhere: rejects with an `AppError` where that fails. */
  set(change: Partial<Draft>): Promise<unknown> {
    const changing = this.#synced?.set(change) ?? Promise.resolve();
    if (this.#synced) this.#take(this.#synced.now);
    return changing;
  }

  #take(draft: Draft): void {
    this.now = draft;
    this.ticked = new Set(draft.ticked);
  }
}
