import { until } from './until';

/** The part of a page's API that both drivers have: Playwright's for Chromium, Puppeteer's for Firefox. */
export interface WebPage {
  evaluate<T>(run: (argument: string) => T | Promise<T>, argument: string): Promise<T>;
  keyboard: {
    down(key: string): Promise<void>;
    up(key: string): Promise<void>;
    press(key: string): Promise<void>;
    type(text: string): Promise<void>;
  };
  mouse: { click(x: number, y: number): Promise<void> };
}

/** A selector of our element, which has no name of its own. No page of the tests has another one there. */
export const HOST = ':root > div';

/** Runs a function on our shadow root and returns what it returns, as JSON. */
export type AskRoot = <T>(ask: (root: ShadowRoot, argument: string) => T, argument?: string) => Promise<T>;

/**
 * Whether the last click hit its target; the last position of the page, and the time since when it has been there.
 */
type Watched = ShadowRoot & { hit?: boolean; spot?: string; since?: number };

/**
 * Our own controls on a web page, as a reader uses them: they are in a closed shadow root, which only the browser's
 * debugger can see into. Clicks and keys are real input.
 */
export class OnPage {
  constructor(
    readonly page: WebPage,
    readonly ask: AskRoot,
  ) {}

  /** How many elements of the page are ours: one, or none. */
  hosts(): Promise<number> {
    // A page may have replaced its document's `querySelectorAll`.
    const count = (where: string) => Document.prototype.querySelectorAll.call(document, where).length;
    return this.page.evaluate(count, HOST);
  }

  /** Waits until the bar shows its counts. */
  async ready(): Promise<this> {
    await until(() => this.hosts(), 'our controls on the page');
    await until(() => this.counts(), 'the counts in the bar');
    await this.ask((root) => {
      (root as Watched).spot = `${scrollX} ${scrollY} ${innerWidth} ${innerHeight}`;
    });
    return this;
  }

  text(selector: string): Promise<string> {
    return this.ask((root, found) => root.querySelector(found)?.textContent ?? '', selector);
  }

  /** The counts in the bar: `本页 20 篇 · 已存 5 · 已选 3`. */
  counts(): Promise<string> {
    return this.text('.counts');
  }

  /** Waits until the bar shows these counts. */
  countsAre(words: string): Promise<unknown> {
    return until(async () => (await this.counts()) === words, `the counts ${words}`);
  }

  /** Text of every control, in page order. */
  controls(): Promise<{ label: string; checked: boolean; title: string; state: string }[]> {
    return this.ask((root) =>
      [...root.querySelectorAll<HTMLElement>('.control')].map((one) => ({
        label: one.getAttribute('aria-label') ?? '',
        checked: one.getAttribute('aria-checked') === 'true',
        title: one.title,
        state: one.className,
      })),
    );
  }

  /** Clicks the element of number `index` that a selector finds, with the mouse. */
  async click(selector: string, index = 0, modifiers: ('Shift' | 'Control')[] = []): Promise<void> {
    const name = `${selector} ${index}`;
    await until(
      async () => {
        const spot = await until(() => this.#spot(selector, index), `${name} on the page`);
        for (const key of modifiers) await this.page.keyboard.down(key);
        await this.page.mouse.click(spot.x, spot.y);
        for (const key of modifiers) await this.page.keyboard.up(key);
        return this.#wasHit();
      },
      `a click on ${name}`,
      20_000,
    );
  }

  /** Whether the last click hit its target: while a page grows, the bar may move away under it. */
  #wasHit(): Promise<boolean> {
    // The click left the page: then it hit.
    return this.ask((root) => (root as Watched).hit ?? true).catch(() => true);
  }

  async #spot(selector: string, index: number): Promise<{ x: number; y: number } | undefined> {
    const found = await this.ask((root, text) => {
      const [wanted = '', at = '0'] = text.split('\n');
      const element = root.querySelectorAll<HTMLElement>(wanted)[Number(at)];
      element?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const watched = root as Watched;
      const spot = `${scrollX} ${scrollY} ${innerWidth} ${innerHeight}`;
      if ((watched.spot ?? spot) !== spot) watched.since = performance.now();
      watched.spot = spot;
      // As a reader would, waits until things have stopped moving: an earlier press is refused.
      if (performance.now() - (watched.since ?? -Infinity) < 500) return undefined;
      watched.hit = false;
      const hit = () => {
        watched.hit = true;
      };
      element?.addEventListener('click', hit, { once: true });
      const box = element?.getBoundingClientRect();
      return box?.width ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : undefined;
    }, `${selector}\n${index}`);
    return found ?? undefined;
  }

  /** Clicks a button of the bar by its text. */
  async press(words: string): Promise<void> {
    const find = (root: ShadowRoot, text: string) =>
      [...root.querySelectorAll('.bar button, .pill')].findIndex((one) => one.textContent === text);
    const index = await until(async () => (await this.ask(find, words)) + 1, `a button ${words}`);
    await this.click('.bar button, .pill', index - 1);
  }

  /** Types tags into the bar, each finished with Enter. */
  async tag(...tags: string[]): Promise<void> {
    await this.click('.tag-field input');
    for (const tag of tags) {
      await this.page.keyboard.type(tag);
      await this.page.keyboard.press('Enter');
    }
  }

  focus(selector: string): Promise<void> {
    return this.ask((root, found) => root.querySelector<HTMLElement>(found)?.focus(), selector);
  }
}
