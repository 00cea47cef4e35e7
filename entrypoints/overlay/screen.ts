import { i18n } from '#i18n';
import { element } from '../../components/tag-field/element';
import { isLetter } from '../../components/ui/key-of';
import type { Core } from '../caixin.content/core';
import { Bar } from './bar';
import { Controls } from './controls';
import { byReader } from './deliver';
import { onLayoutChange } from './layout-change';
import { columnOf } from './measure';
import { type Overlay, openOverlay } from './overlay';
import type { Session } from './session';
import { Sight } from './sight';

/** Most controls whose visibility is always observed; with more, each only once it is pressed. */
const FEW = 300;

interface Parts {
  overlay: Overlay;
  controls: Controls;
  bar: Bar;
  spacer: HTMLElement;
  life: AbortController;
}

/** Our controls and the bar on the page: created when there are posts, removed when there are none. */
export class Screen {
  #parts: Parts | undefined;
  #hidden = false;
  readonly #sight: Sight;
  #body: Element | null = document.body;
  #spots = '';

  constructor(
    private readonly session: Session,
    private readonly core: Core,
    private readonly styles: string,
  ) {
    this.#sight = new Sight(
      () => this.overlay?.host,
      core.acts,
      () => session.say(i18n.t('page.unseen')),
      core.signal,
    );
  }

  get overlay(): Overlay | undefined {
    return this.#parts?.overlay;
  }

  /** @param isNew the page was read again: rows may have come, gone or moved */
  render(isNew: boolean): void {
    const { posts, places, ticked } = this.session.view;
    if (posts.length === 0 || this.core.signal.aborted) {
      this.close();
      return;
    }
    const { controls } = this.#open();
    const stateOf = (url: string) => ({
      ticked: ticked.has(url),
      mark: this.core.page.marks.get(url),
    });
    if (this.#hidden) controls.clear();
    else if (isNew) controls.show(posts, places, stateOf);
    else controls.update(stateOf);
    if (isNew) this.#place();
    else this.#bar();
    if (posts.length > FEW) return;
    for (const control of controls.group.children) this.#sight.watch(control);
  }

  close(): void {
    this.#parts?.life.abort();
    this.#parts = undefined;
  }

  #open(): Parts {
    if (this.#parts) return this.#parts;
    const life = new AbortController();
    const { session, core } = this;
    const signal = AbortSignal.any([life.signal, core.signal]);
    const overlay = openOverlay(this.styles, signal);
    const sure = (element: Element, act: () => void) => this.#sight.sure(element, act);
    const onShown = (act: () => void) =>
      sure(bar.element, () => {
        // Posts no longer visible are neither ticked nor saved.
        if (core.page.reader.isOutdated(Infinity)) void session.refresh();
        act();
      });
    const controls = new Controls(
      overlay.controls,
      overlay.host,
      byReader((url, isRange, control) => sure(control, () => session.tick(url, isRange))),
    );
    const spacer = element('div', { class: 'spacer' });
    overlay.own.append(spacer);
    const bar = new Bar(overlay.bar, {
      onSelect: byReader((which) => onShown(() => session.select(which))),
      onDraft: byReader((change) => session.setDraft(change)),
      onSave: byReader((queue) => onShown(() => void session.save(queue))),
      onTurn: byReader(() => sure(bar.element, () => void session.turn())),
      onHide: (hidden) => this.#hide(hidden),
    });
    this.#sight.watch(bar.element);
    // The casts: copies of events have the fields of their kind (see deliver.ts), whatever their class.
    overlay.root.addEventListener('keydown', (event) => this.#onKey(event as KeyboardEvent));
    overlay.root.addEventListener('click', (event) => this.#sight.stopSecond(event as MouseEvent), true);
    this.#parts = { overlay, controls, bar, spacer, life };
    onLayoutChange(() => this.#place(), core, signal);
    return this.#parts;
  }

  /** In a field keys belong to the field. */
  #onKey(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || !isLetter(event, 'z')) return;
    if (event.target instanceof HTMLInputElement) return;
    void this.session.turn(event.shiftKey ? 'redo' : 'undo');
  }

  /** Leaves a replaced body or document. */
  leave(): void {
    if (document.body !== this.#body) this.close();
    this.#body = document.body;
  }

  /** Places everything again if a title has moved. */
  follow(): void {
    const titles = [...this.session.view.places.values()].map(({ title }) => title.getBoundingClientRect());
    const spots = JSON.stringify(titles);
    if (spots !== this.#spots) this.#place();
    this.#spots = spots;
  }

  #place(): void {
    if (!this.#parts) return;
    const { host, own } = this.#parts.overlay;
    if (!host.matches(':popover-open')) this.#sight.raise();
    // At the reader's own zoom, whatever that of the page's root is.
    own.style.zoom = String(1 / document.documentElement.currentCSSZoom);
    this.#parts.controls.place();
    this.#bar();
  }

  #hide(hidden: boolean): void {
    this.#hidden = hidden;
    this.render(true);
  }

  #bar(): void {
    const { session } = this;
    const { overlay, bar, spacer } = this.#open();
    const { posts, places, draft, known, said, turn, failure, busy } = session.view;
    const column = columnOf(posts.map((post) => places.get(post.url))) ?? { left: 0, width: innerWidth };
    spacer.hidden = this.#hidden;
    spacer.style.top = `${footOfPage() - overlay.host.getBoundingClientRect().top}px`;
    const counts = { posts: posts.length, saved: this.core.page.saved(), ticked: session.ticked().length };
    bar.show({ counts, column, draft, known, said, turn, failure, busy, hidden: this.#hidden });
  }
}

/** Where the page ends, in the viewport: space for the bar is added below it, outside the page's own layout. */
function footOfPage(): number {
  const boxes = [document.documentElement, document.body].map(
    (element) => element?.getBoundingClientRect().bottom ?? 0,
  );
  return Math.max(...boxes);
}
