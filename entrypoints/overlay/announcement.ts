/** How long the bar shows what was done, in milliseconds. */
const STAY = 6000;

/** How long the bar offers an undo, in milliseconds. */
const UNDO = 10_000;

/** What can be taken back: the last save, or its undo. */
export type Turn = 'undo' | 'redo' | undefined;

/** What the bar says of what was done, for a while. */
export class Announcement {
  said = '';
  /** Whether what was said can be undone or redone. */
  turn: Turn;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly render: () => void,
    signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => clearTimeout(this.#silence));
  }

  say(words: string, turn?: Turn): void {
    this.said = words;
    this.turn = turn;
    this.render();
    clearTimeout(this.#silence);
    if (words) this.#silence = setTimeout(() => this.say(''), turn ? UNDO : STAY);
  }

  /** Says nothing any more, unless it can be taken back. */
  pass(): void {
    if (!this.turn) this.said = '';
  }
}
