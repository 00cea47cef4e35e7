import { describe, expect } from 'vitest';
import { COVERS, insist, REFUSED, withCover } from '../browsers/covers';
import { counts, LIST, test } from '../browsers/firefox-test';
import { ROOT_STYLES, standsWell } from '../browsers/outline';
import { until } from '../browsers/until';

describe('in Firefox, whatever a page does to its root and its body', () => {
  test('controls stay beside their titles, and the bar at the bottom', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    for (const element of ['html', 'body']) {
      for (const style of ROOT_STYLES) {
        const set = (name: string, css: string) => document.querySelector(name)?.setAttribute('style', css);
        await page.evaluate(set, element, style);
        await standsWell(page, ours, `${element} { ${style} }`);
        await page.evaluate(set, element, '');
      }
    }
  });
});

describe('in Firefox a click through', () => {
  for (const [name, lay] of Object.entries(COVERS)) {
    test(`${name} does nothing`, async ({ browser }) => {
      const { page, ours } = await browser.list(LIST);
      await withCover(page);
      await insist(ours, () => ours.press('全选'), counts(20, 0, 20));
      const { x, y } = await ours.ask((root) => {
        const { left, top, width, height } =
          root.querySelector('.primary')?.getBoundingClientRect() ?? new DOMRect();
        return { x: left + width / 2, y: top + height / 2 };
      });
      await page.evaluate(lay);
      await page.mouse.click(x, y);
      if (!name.includes('transition'))
        await until(async () => (await ours.text('[role=status]')) === REFUSED, 'the refusal in words');
      expect(await ours.counts()).toBe(counts(20, 0, 20));
    });
  }
});

describe('in Firefox nothing of ours', () => {
  test('is printed', async ({ browser }) => {
    const { ours } = await browser.list(LIST);
    const shown = () =>
      ours.ask((root) => [...root.querySelectorAll('*')].filter((one) => one.getClientRects().length).length);
    expect(await shown()).toBeGreaterThan(20);
    await browser.showAsPrinted();
    await until(async () => (await shown()) === 0, 'nothing of ours');
  });
});
