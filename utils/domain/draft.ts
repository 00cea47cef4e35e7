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

/** What leads to a draft from whichever of these it is now: they are what may be kept at this moment. */
export function changeBetween(before: [Draft, ...Draft[]], after: Draft): DraftChange {
  return {
    ...listed('tick', 'untick', before.map(setOf('ticked')), after.ticked),
    ...listed('tag', 'untag', before.map(setOf('tags')), after.tags),
    ...(before.some(({ typed }) => typed !== after.typed) && { typed: after.typed }),
  };
}

const setOf = (name: 'ticked' | 'tags') => (draft: Draft) => new Set(draft[name]);

/** What is not surely there is put there, and what may be there is taken away. */
function listed(
  put: 'tick' | 'tag',
  take: 'untick' | 'untag',
  before: Set<string>[],
  after: string[],
): DraftChange {
  const wanted = new Set(after);
  const come = after.filter((one) => before.some((was) => !was.has(one)));
  const gone = [...before.reduce((all, was) => all.union(was)).difference(wanted)];
  return { ...(come.length > 0 && { [put]: come }), ...(gone.length > 0 && { [take]: gone }) };
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
  /** What is surely kept, and behind it what was sent and may be kept by now, oldest first. */
  #known: [Draft, ...Draft[]] = [NO_DRAFT];
  #sending = 0;
  #stale = false;

  constructor(
    private readonly place: DraftPlace,
    private readonly onTake: (draft: Draft) => void,
  ) {}

  /** Changes it. Throws an `AppError` where it cannot be kept: then the next change carries this one too. */
  async set(change: Partial<Draft>): Promise<void> {
    const now = { ...this.now, ...change };
    this.now = now;
    this.#sending++;
    try {
      if (await this.#send(now)) this.#isKept(now);
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
        this.#known = [kept];
        this.now = kept;
        this.onTake(kept);
      }
    }
  }

  /** What was sent before it came there before it, or never. */
  #isKept(draft: Draft): void {
    const at = this.#known.indexOf(draft);
    if (at > 0) this.#known = [draft, ...this.#known.slice(at + 1)];
  }

  /** Says all that is not surely kept: a message that was lost is made up for by the next. */
  async #send(now: Draft): Promise<boolean> {
    const change = changeBetween(this.#known, now);
    this.#known.push(now);
    const say = () => this.place.change(change);
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
