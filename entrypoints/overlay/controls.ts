import { i18n } from '#i18n';
import { element } from '../../components/tag-field/element';
import { keyOf } from '../../components/ui/key-of';
import type { Mark, Post } from '../../utils/domain/entry';
import type { Place } from '../../utils/sites/site';
import { measure } from './measure';

/** What a control shows. */
interface ControlState {
  ticked: boolean;
  mark?: Mark | undefined;
}

type StateOf = (url: string) => ControlState;

type OnTick = (url: string, isRange: boolean, control: Element) => void;

/** The round controls beside the titles: a single tab stop, arrows move between them. */
export class Controls {
  readonly group = element('div', { class: 'controls', role: 'group', 'aria-label': i18n.t('page.posts') });
  readonly #buttons = new Map<string, HTMLElement>();
  #posts: Post[] = [];
  #places = new Map<string, Place>();

  constructor(
    parent: HTMLElement,
    private readonly host: Element,
    onTick: OnTick,
  ) {
    parent.append(this.group);
    this.group.addEventListener('click', (event) => {
      const control = controlOf(event.target);
      if (control) onTick(urlOf(control), event.shiftKey, control);
    });
    this.group.addEventListener('keydown', (event) => {
      if (this.#press(event, onTick)) event.preventDefault();
    });
  }

  /** Creates one control per post, reusing existing ones. */
  show(posts: Post[], places: Map<string, Place>, stateOf: StateOf): void {
    this.#posts = posts;
    this.#places = places;
    const urls = new Set(posts.map((post) => post.url));
    for (const [url, button] of this.#buttons) {
      if (urls.has(url)) continue;
      button.remove();
      this.#buttons.delete(url);
    }
    const order = posts.map((post) => this.#buttons.get(post.url) ?? this.#make(post.url));
    // One that is moved loses the focus, and costs as much as a new one.
    for (const [index, button] of order.entries()) {
      const there = this.group.children[index];
      if (there !== button) this.group.insertBefore(button, there ?? null);
    }
    const [first] = order;
    if (first && !order.some((button) => button.tabIndex === 0)) first.tabIndex = 0;
    this.update(stateOf);
  }

  /** Updates the state of the existing controls. */
  update(stateOf: StateOf): void {
    for (const post of this.#posts) {
      const button = this.#buttons.get(post.url);
      if (button) dress(button, post, stateOf(post.url));
    }
  }

  /** Places every control beside its title; reads all layout before writing any. */
  place(): void {
    const spots = measure(this.#posts.map((post) => this.#places.get(post.url)));
    const origin = this.host.getBoundingClientRect();
    for (const [index, post] of this.#posts.entries()) {
      const spot = spots[index];
      const button = this.#buttons.get(post.url);
      if (!button) continue;
      button.hidden = !spot;
      if (spot) button.style.transform = `translate(${spot.left - origin.left}px,${spot.top - origin.top}px)`;
    }
  }

  clear(): void {
    this.#posts = [];
    this.#buttons.clear();
    this.group.replaceChildren();
  }

  #make(url: string): HTMLElement {
    const button = element('button', { type: 'button', role: 'checkbox', tabindex: '-1', 'data-url': url });
    this.#buttons.set(url, button);
    return button;
  }

  /** Arrows move the focus; Shift and space tick a range, as a click would. */
  #press(event: KeyboardEvent, onTick: OnTick): boolean {
    const key = keyOf(event);
    const control = controlOf(event.target);
    const at = this.#posts.findIndex((post) => post.url === control?.dataset.url);
    const url = this.#posts[stepOf(key, at, this.#posts.length) ?? -1]?.url;
    if (url !== undefined) this.#focus(url);
    const isRange = key === ' ' && event.shiftKey && control !== undefined;
    if (isRange) onTick(urlOf(control), true, control);
    return url !== undefined || isRange;
  }

  #focus(url: string): void {
    for (const [one, button] of this.#buttons) button.tabIndex = one === url ? 0 : -1;
    this.#buttons.get(url)?.focus();
  }
}

function controlOf(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof HTMLElement && target.dataset.url ? target : undefined;
}

function urlOf(control: HTMLElement): string {
  return control.dataset.url ?? '';
}

/** The index of the control a key leads to. */
function stepOf(key: string, at: number, count: number): number | undefined {
  if (at < 0) return undefined;
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 };
  return Object.hasOwn(steps, key) ? Math.max(0, Math.min(count - 1, steps[key] ?? at)) : undefined;
}

/** Shows the state by shape, text and colour. */
function dress(button: HTMLElement, post: Post, { ticked, mark }: ControlState): void {
  const state = mark ? (mark.queued ? 'queued' : 'saved') : 'new';
  const words = { new: 'page.stateNew', saved: 'page.stateSaved', queued: 'page.stateQueued' } as const;
  const tags = mark?.tags.length ? i18n.t('page.tagged', [mark.tags.join('、')]) : '';
  const styles = ['control', mark && 'saved', mark?.queued && 'queued', ticked && 'ticked'];
  button.className = styles.filter(Boolean).join(' ');
  button.ariaChecked = String(ticked);
  button.ariaLabel = [post.title, i18n.t(words[state]), tags].filter(Boolean).join('，');
  button.title = [i18n.t(words[state]), tags].filter(Boolean).join(' · ');
}
