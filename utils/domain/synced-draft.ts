import { changeBetween, type Draft, type DraftChange, NO_DRAFT } from './draft';

/** Where the draft of one page is stored. */
export interface DraftStore {
  read(): Promise<Draft>;
  change(change: DraftChange): Promise<void>;
}

/**
 * The draft of one page on one surface. What the reader does is shown and sent to storage at once. Changes by other surfaces
 * are read only while nothing is being sent, so that they never undo what is being typed.
 */
export class SyncedDraft {
  now = NO_DRAFT;
  /** The draft that is surely stored, then those that were sent and may be stored by now, oldest first. */
  #known: [Draft, ...Draft[]] = [NO_DRAFT];
  #sending = 0;
  #stale = false;

  constructor(
    private readonly store: DraftStore,
    private readonly onTake: (draft: Draft) => void,
  ) {}

  /** Changes the draft. Throws an `AppError` if it cannot be stored; the next change then includes this one. */
  async set(change: Partial<Draft>): Promise<void> {
    const now = { ...this.now, ...change };
    this.now = now;
    this.#sending++;
    try {
      if (await this.#send(now)) this.#confirm(now);
    } finally {
      this.#sending--;
    }
    if (this.#stale) await this.renew();
  }

  /** Reads the draft again: it may have changed elsewhere. */
  async renew(): Promise<void> {
    this.#stale = true;
    while (this.#stale && this.#sending === 0) {
      this.#stale = false;
      const before = this.now;
      const stored = await this.store.read();
      if (this.now !== before) this.#stale = true;
      else {
        this.#known = [stored];
        this.now = stored;
        this.onTake(stored);
      }
    }
  }

  /** Drafts sent before a stored one arrived earlier, or never will. */
  #confirm(draft: Draft): void {
    const at = this.#known.indexOf(draft);
    if (at > 0) this.#known = [draft, ...this.#known.slice(at + 1)];
  }

  /** Sends everything that is not surely stored, which makes up for lost messages. */
  async #send(now: Draft): Promise<boolean> {
    const change = changeBetween(this.#known, now);
    this.#known.push(now);
    const send = () => this.store.change(change);
    try {
      await send();
    } catch {
      // Retried, unless something newer was sent already, which this would undo.
      if (now !== this.now) return false;
      await send();
    }
    return true;
  }
}
