import { mergeTexts } from '../domain/merge-text';
import { hold, jotNote, noteName, notesJotted, strike, whenFree } from '../storage/unsaved-text';

/** One change of a note. */
export interface NoteChange {
  from: string;
  to: string;
  session: string;
}

export interface KeptNoteOptions {
  url: string;
  /** The note as it was last read. */
  note: string;
  /** Keeps a change and gives the note as it is then, with what others wrote; undefined where it could not be kept. */
  keep(change: NoteChange): Promise<string | undefined>;
  /** The text changed, and not by the reader's own typing here. */
  onText(text: string): void;
}

/**
 * A note under the reader's hands, for one editing session: it is kept as it is typed, one write at a time, and follows what
 * others write. Nothing is replaced unseen: what both wrote is merged, here and in the transaction that keeps it.
 */
export class KeptNote {
  readonly session = crypto.randomUUID();
  readonly #name: string;
  #text: string;
  /** What is known to be kept, and what the text was made of. */
  #kept: string;
  #isBusy = false;
  #isWanted = false;
  #isComposing = false;

  constructor(private readonly options: KeptNoteOptions) {
    this.#text = options.note;
    this.#kept = options.note;
    this.#name = noteName(this.session, options.url);
  }

  get text(): string {
    return this.#text;
  }

  /** Begins: until the signal no other window takes up what is jotted here, and what was jotted before is taken up. */
  async open(signal: AbortSignal): Promise<void> {
    hold(this.#name, signal);
    for (const [name, { from, text }] of notesJotted(this.options.url)) {
      if (name === this.#name) continue;
      await whenFree(name, async () => {
        this.#show(mergeTexts(from, text, this.#text));
        strike(name);
      });
    }
    await this.#keep();
  }

  /** The reader typed. */
  type(text: string): void {
    this.#text = text;
    this.#jot();
    void this.#keep();
  }

  /** While signs are being composed the text is the input method's: nothing is put into it, and nothing is kept yet. */
  compose(isComposing: boolean): void {
    this.#isComposing = isComposing;
    if (!isComposing) void this.#keep();
  }

  /** The entry was read again. */
  follow(note: string): void {
    if (note !== this.#kept) void this.#keep();
  }

  async #keep(): Promise<void> {
    this.#isWanted = true;
    if (this.#isBusy) return;
    this.#isBusy = true;
    while (this.#isWanted && !this.#isComposing) {
      this.#isWanted = false;
      const asked = this.#text;
      const kept = await this.options.keep({ from: this.#kept, to: asked, session: this.session });
      // What could not be kept is said; the next letter tries again.
      if (kept === undefined) break;
      this.#take(asked, kept);
    }
    this.#isBusy = false;
  }

  /** @param asked the text as it was given to be kept: what is kept now holds it */
  #take(asked: string, kept: string): void {
    this.#kept = asked;
    const isSame = kept === asked || !(kept.trim() || asked.trim());
    if (!isSame && this.#isComposing) this.#isWanted = true;
    else if (!isSame) {
      this.#kept = kept;
      this.#show(mergeTexts(asked, this.#text, kept));
    }
    this.#jot();
    this.#isWanted ||= this.#text !== this.#kept;
  }

  #show(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#jot();
    this.options.onText(text);
  }

  #jot(): void {
    if (this.#text === this.#kept) strike(this.#name);
    else jotNote(this.#name, { from: this.#kept, text: this.#text });
  }
}
