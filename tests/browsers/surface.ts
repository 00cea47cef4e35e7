import type { WebPage } from './on-page';
import { until } from './until';

/** A page of the extension as a reader uses it: finds things by their text, clicks and types for real. */
export class Surface {
  constructor(readonly page: WebPage) {}

  text(): Promise<string> {
    return this.page.evaluate(() => document.body.innerText, '');
  }

  /** Waits until it shows this text. */
  async shows(words: string): Promise<void> {
    await until(async () => (await this.text()).includes(words), `the words ${words}`);
  }

  /** Waits until it no longer shows this text. */
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

  /** How many rows there are; of a long list only those near the viewport are rendered. */
  count(within = 'main'): Promise<number> {
    return this.page.evaluate((selector) => {
      const rows = [...document.querySelectorAll(`${selector} [data-row]`)];
      const lists = new Map(rows.map((row) => [row.parentElement, Number(row.ariaSetSize ?? 0)]));
      const alone = rows.filter((row) => row.ariaSetSize === null).length;
      return [...lists.values()].reduce((sum, size) => sum + size, alone);
    }, within);
  }

  /** Waits until there are that many rows; returns the titles of those that are rendered. */
  async rows(count: number, within = 'main'): Promise<string[]> {
    await until(async () => (await this.count(within)) === count, `${count} rows in ${within}`);
    return this.titles(within);
  }

  /** Clicks a button, link, tab or box by its name or its text. Repeated if the target moved away under the click. */
  async press(words: string, within = 'body'): Promise<void> {
    await until(
      async () => {
        await this.#pressOnce(words, within);
        // The click closed or left the page: then it hit.
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

  /** Focuses a field by its name and types into it. */
  async type(label: string, text: string): Promise<void> {
    await this.press(label);
    // At the end of its text, wherever the click put the caret.
    await this.page.keyboard.press('End');
    await this.page.keyboard.type(text);
  }
}

/** Runs in the page: the centre of what has this name, scrolled into view. */
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

/** Runs in the page: whether the last click hit its target. */
function wasHit(): boolean {
  return (globalThis as { wasPressed?: boolean }).wasPressed ?? true;
}
