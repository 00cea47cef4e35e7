import type { WebPage } from './on-page';
import { until } from './until';

/** A page of the extension as a reader has it: finds things by their words, and clicks and types for real. */
export class Surface {
  constructor(readonly page: WebPage) {}

  text(): Promise<string> {
    return this.page.evaluate(() => document.body.innerText, '');
  }

  /** Waits until these words stand on it. */
  async shows(words: string): Promise<void> {
    await until(async () => (await this.text()).includes(words), `the words ${words}`);
  }

  /** Waits until these words are gone from it. */
  async drops(words: string): Promise<void> {
    await until(async () => !(await this.text()).includes(words), `the end of ${words}`);
  }

  /** Titles of the rows within a landmark or tab panel, in order. */
  titles(within = 'main'): Promise<string[]> {
    return this.page.evaluate(
      (selector) =>
        [...document.querySelectorAll(`${selector} [data-row]`)].map(
          (row) => row.querySelector('a, [lang]')?.textContent?.trim() ?? '',
        ),
      within,
    );
  }

  /** How many rows there are; of a long list only those near what is in sight are made. */
  count(within = 'main'): Promise<number> {
    return this.page.evaluate((selector) => {
      const rows = [...document.querySelectorAll(`${selector} [data-row]`)];
      const lists = new Map(rows.map((row) => [row.parentElement, Number(row.ariaSetSize ?? 0)]));
      const alone = rows.filter((row) => row.ariaSetSize === null).length;
      return [...lists.values()].reduce((sum, size) => sum + size, alone);
    }, within);
  }

  /** Waits until there are that many rows; gives the titles of those that are made. */
  async rows(count: number, within = 'main'): Promise<string[]> {
    await until(async () => (await this.count(within)) === count, `${count} rows in ${within}`);
    return this.titles(within);
  }

  /**
   * Clicks what is called by these words: a button, link, tab or box, by its name or its text. Where something moved away
   * under the click it is tried again.
   */
  async press(words: string, within = 'body'): Promise<void> {
    await until(
      async () => {
        await this.#pressOnce(words, within);
        // Closed or left by the click: then it was hit.
        return this.page.evaluate(wasHit, '').catch(() => true);
      },
      `a click on ${words}`,
      20_000,
    );
  }

  async #pressOnce(words: string, within: string): Promise<void> {
    let last = '';
    const spot = await until(async () => {
      const found = await this.page.evaluate(spotOf, `${within}\n${words}`);
      const isStill = last === JSON.stringify(found);
      last = JSON.stringify(found);
      return isStill && found;
    }, `something called ${words}, standing still`);
    await this.page.mouse.click(spot.x, spot.y);
  }

  /** Gives a field the focus by its name and types into it. */
  async type(label: string, text: string): Promise<void> {
    await this.press(label);
    // Behind what stands there, wherever the click put the caret.
    await this.page.keyboard.press('End');
    await this.page.keyboard.type(text);
  }
}

/** Runs in the page: the middle of what is called so, scrolled into view. */
function spotOf(wanted: string): { x: number; y: number } | null {
  const [within = 'body', words = ''] = wanted.split('\n');
  const all = document.querySelectorAll<HTMLElement>(
    `:is(${within}) :is(button, a, input, textarea, label, [role=tab], [role=option], [role=button])`,
  );
  const nameOf = (one: HTMLElement) => one.getAttribute('aria-label') ?? one.innerText.trim();
  const shown = [...all].filter((one) => one.getClientRects().length > 0);
  const found =
    shown.find((one) => nameOf(one) === words) ?? shown.find((one) => nameOf(one).startsWith(words));
  found?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const here = globalThis as { wasPressed?: boolean };
  here.wasPressed = false;
  const hit = () => {
    here.wasPressed = true;
  };
  (found?.closest('label') ?? found)?.addEventListener('click', hit, { once: true });
  const box = found?.getBoundingClientRect();
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
}

/** Runs in the page: whether the last click was on what it was meant for. */
function wasHit(): boolean {
  return (globalThis as { wasPressed?: boolean }).wasPressed ?? true;
}
