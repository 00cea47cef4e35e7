import { i18n } from '#i18n';
import type { Mark, Post } from '../../utils/entry';
import type { Place } from '../../utils/sites/site';
import { measure } from './measure';

/** What a control shows. */
export interface ControlState {
  ticked: boolean;
  mark?: Mark | undefined;
}

export interface Controls {
  /** Makes one control for each post, keeping those that are there. */
  show(posts: Post[], places: Map<string, Place>, stateOf: (url: string) => ControlState): void;
  /** Shows what changed about the posts that are there. */
  update(stateOf: (url: string) => ControlState): void;
  /** Puts every control beside its title again. */
  place(): void;
  clear(): void;
}

/** The round controls beside the titles, one tab stop together; arrows move between them. */
export function controlsIn(
  parent: HTMLElement,
  host: Element,
  onTick: (url: string, isRange: boolean) => void,
): Controls {
  const group = document.createElement('div');
  group.className = 'controls';
  group.role = 'group';
  group.ariaLabel = i18n.t('page.posts');
  parent.append(group);
  let posts: Post[] = [];
  let places = new Map<string, Place>();
  const buttons = new Map<string, HTMLElement>();
  const urlOf = (target: EventTarget | null) =>
    target instanceof HTMLElement ? target.dataset.url : undefined;

  group.addEventListener('click', (event) => {
    const url = urlOf(event.target);
    if (!url) return;
    event.preventDefault();
    onTick(url, event.shiftKey);
  });
  group.addEventListener('keydown', (event) => {
    const next = stepOf(
      event.key,
      posts.findIndex((post) => post.url === urlOf(event.target)),
      posts.length,
    );
    const url = next === undefined ? undefined : posts[next]?.url;
    if (url === undefined) return;
    event.preventDefault();
    focus(url);
  });
  const focus = (url: string) => {
    for (const [one, button] of buttons) button.tabIndex = one === url ? 0 : -1;
    buttons.get(url)?.focus();
  };
  const update = (stateOf: (url: string) => ControlState) => {
    for (const post of posts) {
      const button = buttons.get(post.url);
      if (button) dress(button, post, stateOf(post.url));
    }
  };
  const place = () => {
    const spots = measure(posts.map((post) => places.get(post.url)));
    const origin = host.getBoundingClientRect();
    for (const [index, post] of posts.entries()) {
      const spot = spots[index];
      const button = buttons.get(post.url);
      if (!button) continue;
      button.hidden = !spot;
      if (spot) button.style.transform = `translate(${spot.left - origin.left}px,${spot.top - origin.top}px)`;
    }
  };
  return {
    show(nextPosts, nextPlaces, stateOf) {
      posts = nextPosts;
      places = nextPlaces;
      const urls = new Set(posts.map((post) => post.url));
      for (const [url, button] of buttons) if (!urls.has(url)) drop(url, button);
      const order = posts.map((post) => buttons.get(post.url) ?? make(post.url));
      if (order.some((button, index) => group.children[index] !== button)) group.append(...order);
      if (!order.some((button) => button.tabIndex === 0) && order[0]) order[0].tabIndex = 0;
      update(stateOf);
      place();
    },
    update,
    place,
    clear() {
      posts = [];
      buttons.clear();
      group.replaceChildren();
    },
  };

  function make(url: string): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.role = 'checkbox';
    button.tabIndex = -1;
    button.dataset.url = url;
    buttons.set(url, button);
    return button;
  }

  function drop(url: string, button: HTMLElement): void {
    button.remove();
    buttons.delete(url);
  }
}

/** Which control a key leads to. */
function stepOf(key: string, at: number, count: number): number | undefined {
  if (at < 0) return undefined;
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 };
  return Object.hasOwn(steps, key) ? Math.max(0, Math.min(count - 1, steps[key] ?? at)) : undefined;
}

/** State in shape, in words and in colour. */
function dress(button: HTMLElement, post: Post, { ticked, mark }: ControlState): void {
  const state = mark ? (mark.queued ? 'queued' : 'saved') : 'new';
  const words = { new: 'page.stateNew', saved: 'page.stateSaved', queued: 'page.stateQueued' } as const;
  const tags = mark?.tags.length ? i18n.t('page.tagged', [mark.tags.join('、')]) : '';
  button.className = ['control', mark && 'saved', mark?.queued && 'queued', ticked && 'ticked']
    .filter(Boolean)
    .join(' ');
  button.ariaChecked = String(ticked);
  button.ariaLabel = [post.title, i18n.t(words[state]), tags].filter(Boolean).join('，');
  button.title = tags || i18n.t(words[state]);
}
