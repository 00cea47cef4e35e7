import { test as base, describe, expect } from 'vitest';
import { Firefox } from '../../browsers/firefox';
import { until } from '../../browsers/until';
import { startReplica } from '../../site/server';
import { LIST } from '../../story/story';

/** Each test has a replica, a browser and a library of its own. */
const test = base.extend<{ browser: Firefox }>({
  // Vitest reads the names a fixture needs from this pattern, also where it needs none.
  browser: async ({ task: _ }, use) => {
    const replica = await startReplica();
    const browser = await Firefox.launch({ replica: replica.port });
    await use(browser);
    await browser.close();
    await replica.close();
  },
});

const FIELD = '.tag-field input';

describe('the focus in Firefox stays where the reader put it', () => {
  test('until the reader clicks into a frame of the page', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    for (const address of ['about:blank', 'https://greedy.example.org/']) {
      await page.evaluate(async (src) => {
        const got: string[] = [];
        document.querySelector('iframe')?.remove();
        const frame = document.createElement('iframe');
        frame.src = src;
        frame.style.cssText = 'position:fixed;top:0;left:0;width:200px;height:100px;background:#fff';
        const isThrough = new Promise<void>((resolve) => {
          window.addEventListener('message', ({ data }) => (data === 'through' ? resolve() : got.push(data)));
        });
        document.body.prepend(frame);
        const hear = () => got.push('keydown');
        if (src === 'about:blank') frame.contentWindow?.addEventListener('keydown', hear);
        else await isThrough;
        Object.assign(window, { got });
      }, address);
      await ours.click(FIELD);
      await page.keyboard.type('a');
      await page.mouse.click(100, 90);
      await until(() => page.evaluate(() => document.activeElement?.localName === 'iframe'), 'the frame');
      const heard = () => page.evaluate(() => (window as unknown as { got: string[] }).got.length);
      // What is typed while another process is about to take the keyboard goes nowhere.
      await until(async () => {
        await page.keyboard.type('b');
        return heard();
      }, `a letter in ${address}`);
    }
    expect(await ours.ask((root) => root.querySelector('input')?.value)).toBe('aa');
  });
});
