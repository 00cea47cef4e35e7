import { Bar } from './bar';
import { Controls } from './controls';
import { columnOf } from './measure';
import { type Overlay, openOverlay } from './overlay';
import type { Session } from './session';
import { onLayoutChange } from './watch';

interface Parts {
  overlay: Overlay;
  controls: Controls;
  bar: Bar;
  spacer: HTMLElement;
  life: AbortController;
}

/** What stands on the page: made when there are posts, taken away when there are none. */
export class Screen {
  #parts: Parts | undefined;
  #hidden = false;
  #body: Element | null = null;
  #spots = '';

  constructor(
    private readonly session: Session,
    private readonly signal: AbortSignal,
  ) {}

  get overlay(): Overlay | undefined {
    return this.#parts?.overlay;
  }

  /** @param isNew the page was read again: rows may have come, gone or moved */
  render(isNew: boolean): void {
    const { posts, places } = this.session.view;
    if (posts.length === 0 || this.signal.aborted) {
      this.close();
      return;
    }
    const { controls } = this.#open();
    const stateOf = (url: string) => ({
      ticked: this.session.view.ticked.has(url),
      mark: this.session.marks.get(url),
    });
    if (this.#hidden) controls.clear();
    else if (isNew) controls.show(posts, places, stateOf);
    else controls.update(stateOf);
    this.#bar();
  }

  close(): void {
    this.#parts?.life.abort();
    this.#parts = undefined;
  }

  #open(): Parts {
    if (this.#parts) return this.#parts;
    const life = new AbortController();
    const signal = AbortSignal.any([life.signal, this.signal]);
    const overlay = openOverlay(signal);
    const controls = new Controls(overlay.controls, overlay.host, (url, isRange) =>
      this.session.tick(url, isRange),
    );
    const spacer = document.createElement('div');
    spacer.className = 'spacer';
    overlay.root.append(spacer);
    const bar = new Bar(overlay.bar, {
      onSelect: (which) => this.session.select(which),
      onDraft: (change) => this.session.setDraft(change),
      onSave: (queue) => void this.session.save(queue),
      onTurn: () => void this.session.turn(),
      onHide: (hidden) => this.#hide(hidden),
    });
    // The cast: a copy of a key event has its fields (see own-events), whatever its class.
    overlay.root.addEventListener('keydown', (event) => this.#onKey(event as KeyboardEvent));
    this.#parts = { overlay, controls, bar, spacer, life };
    onLayoutChange(() => this.#place(), signal);
    return this.#parts;
  }

  /** In a field, the keys are the field's own. */
  #onKey({ key, ctrlKey, metaKey, shiftKey, target }: KeyboardEvent): void {
    if (!/^z$/i.test(key) || !(ctrlKey || metaKey) || target instanceof HTMLInputElement) return;
    void this.session.turn(shiftKey ? 'redo' : 'undo');
  }

  /** Leaves a body or document that was replaced: nothing of ours stands there, nor is watched. */
  leave(): void {
    if (document.body !== this.#body) this.close();
    this.#body = document.body;
  }

  /** Puts everything beside its title again, where a title has moved. */
  follow(): void {
    const titles = [...this.session.view.places.values()].map(({ title }) => title.getBoundingClientRect());
    const spots = JSON.stringify(titles);
    if (spots !== this.#spots) this.#place();
    this.#spots = spots;
  }

  #place(): void {
    this.#parts?.controls.place();
    if (this.#parts) this.#bar();
  }

  #hide(hidden: boolean): void {
    this.#hidden = hidden;
    this.render(true);
  }

  #bar(): void {
    const { session } = this;
    const { overlay, bar, spacer } = this.#open();
    const { posts, places, draft, known, said, turn, trouble, busy } = session.view;
    const column = columnOf(posts.map((post) => places.get(post.url))) ?? { left: 0, width: innerWidth };
    spacer.hidden = this.#hidden;
    spacer.style.top = `${footOfPage() - overlay.host.getBoundingClientRect().top}px`;
    const counts = { posts: posts.length, saved: session.saved(), ticked: session.ticked().length };
    bar.show({ counts, column, draft, known, said, turn, trouble, busy, hidden: this.#hidden });
  }
}

/** Where the page ends, in the viewport: room for the bar is added below it, outside the page's own layout. */
function footOfPage(): number {
  const boxes = [document.documentElement, document.body].map(
    (element) => element?.getBoundingClientRect().bottom ?? 0,
  );
  return Math.max(...boxes);
}
