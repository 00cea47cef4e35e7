/** What a reader has begun on one page and not yet saved. */
export interface Draft {
  /** Canonical URLs of the ticked posts. */
  ticked: string[];
  /** Tags chosen for the next save. */
  tags: string[];
  /** Text typed into the tag field, not yet a tag. */
  typed: string;
}

export const NO_DRAFT: Draft = { ticked: [], tags: [], typed: '' };

/** What one surface did to a draft. What another did meanwhile to other ticks and tags stays. */
export interface DraftChange {
  tick?: string[];
  untick?: string[];
  tag?: string[];
  untag?: string[];
  typed?: string;
}

/** What leads from one draft to another. */
export function changeBetween(before: Draft, after: Draft): DraftChange {
  return {
    ...listed('tick', after.ticked, before.ticked),
    ...listed('untick', before.ticked, after.ticked),
    ...listed('tag', after.tags, before.tags),
    ...listed('untag', before.tags, after.tags),
    ...(after.typed !== before.typed && { typed: after.typed }),
  };
}

function listed(name: keyof DraftChange, all: string[], but: string[]): DraftChange {
  const without = new Set(but);
  const found = all.filter((one) => !without.has(one));
  return found.length > 0 ? { [name]: found } : {};
}

/** Where the draft of one page is kept. */
export interface DraftPlace {
  read(): Promise<Draft>;
  change(change: DraftChange): Promise<void>;
}

/**
 * The draft of one page on one surface. What the reader does is shown at once and on its way to where it is kept at
 * once; what others do is read while nothing of this surface is under way, so that nobody who types is taken back.
 */
export class FollowedDraft {
  now = NO_DRAFT;
  /** What is surely kept. */
  #kept = NO_DRAFT;
  #sending = 0;
  #stale = false;

  constructor(
    private readonly place: DraftPlace,
    private readonly onTake: (draft: Draft) => void,
  ) {}

  /** Changes it. Throws a `TroubleError` where it cannot be kept: then the next change carries this one too. */
  async set(change: Partial<Draft>): Promise<void> {
    const now = { ...this.now, ...change };
    this.now = now;
    this.#sending++;
    try {
      if (await this.#send(now)) this.#kept = now;
    } finally {
      this.#sending--;
    }
    if (this.#stale) await this.renew();
  }

  /** It may have changed elsewhere. */
  async renew(): Promise<void> {
    this.#stale = true;
    while (this.#stale && this.#sending === 0) {
      this.#stale = false;
      const before = this.now;
      const kept = await this.place.read();
      if (this.now !== before) this.#stale = true;
      else {
        this.#kept = kept;
        this.now = kept;
        this.onTake(kept);
      }
    }
  }

  /** Says all that is not surely kept: a message that was lost is made up for by the next. */
  async #send(now: Draft): Promise<boolean> {
    const say = () => this.place.change(changeBetween(this.#kept, now));
    try {
      await say();
    } catch {
      // Said again, unless something newer has gone already: it would be taken back.
      if (now !== this.now) return false;
      await say();
    }
    return true;
  }
}
