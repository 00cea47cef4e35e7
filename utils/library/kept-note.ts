import { mergeTexts } from '../domain/merge-text';
import { holdLock, ifUnlocked } from '../storage/edit-lock';
import { saveUnsavedNote, unsavedNoteName, unsavedNotes } from '../storage/unsaved-notes';
import { clearUnsaved } from '../storage/unsaved-text';

/** One change of a note. */
export interface NoteChange {
  from: string;
  to: string;
  session: string;
}

interface KeptNoteOptions {
  url: string;
  /** The note as it was last read. */
  note: string;
  /** Saves a change and gives the note as it is then, with what others wrote; undefined if it could not be saved. */
  save(change: NoteChange): Promise<string | undefined>;
  /** The text changed, other than by typing here. */
  onText(text: string): void;
}

/**
 * A note in one editing session: saved as it is typed, one write at a time, and merged with what other windows write, here
 * and in the transaction that saves it. Nothing is replaced unseen.
 */
export class KeptNote {
  readonly session = crypto.randomUUID();
  readonly #name: string;
  #text: string;
  /** What is known to be saved, and what the text was made from. */
  #saved: string;
  #isBusy = false;
  #isWanted = false;
  #isComposing = false;

  constructor(private readonly options: KeptNoteOptions) {
    this.#text = options.note;
    this.#saved = options.note;
    this.#name = unsavedNoteName(this.session, options.url);
  }

  get text(): string {
    return this.#text;
  }

  /** Takes over unsaved notes of earlier sessions; until the signal no other window takes over this one. */
  async open(signal: AbortSignal): Promise<void> {
    holdLock(this.#name, signal);
    for (const [name, { from, text }] of unsavedNotes(this.options.url)) {
      if (name === this.#name) continue;
      await ifUnlocked(name, async () => {
        this.#show(mergeTexts(from, text, this.#text));
        clearUnsaved(name);
      });
    }
    await this.#save();
  }

  /** The reader typed. */
  type(text: string): void {
    this.#text = text;
    this.#backUp();
    void this.#save();
  }

  /** While characters are being composed the input method owns the text: it is neither changed nor saved. */
  compose(isComposing: boolean): void {
    this.#isComposing = isComposing;
    if (!isComposing) void this.#save();
  }

  /** The entry was read again. */
  follow(note: string): void {
    if (note !== this.#saved) void this.#save();
  }

  async #save(): Promise<void> {
    this.#isWanted = true;
    if (this.#isBusy) return;
    this.#isBusy = true;
    while (this.#isWanted && !this.#isComposing) {
      this.#isWanted = false;
      const asked = this.#text;
      const saved = await this.options.save({ from: this.#saved, to: asked, session: this.session });
      // The library shows the failure; the next letter tries again.
      if (saved === undefined) break;
      this.#take(asked, saved);
    }
    this.#isBusy = false;
  }

  /** @param asked the text as it was given to be saved: what is saved now includes it */
  #take(asked: string, saved: string): void {
    this.#saved = asked;
    const isSame = saved === asked || !(saved.trim() || asked.trim());
    if (!isSame && this.#isComposing) this.#isWanted = true;
    else if (!isSame) {
      this.#saved = saved;
      this.#show(mergeTexts(asked, this.#text, saved));
    }
    this.#backUp();
    this.#isWanted ||= this.#text !== this.#saved;
  }

  #show(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#backUp();
    this.options.onText(text);
  }

  #backUp(): void {
    if (this.#text === this.#saved) clearUnsaved(this.#name);
    else saveUnsavedNote(this.#name, { from: this.#saved, text: this.#text });
  }
}
