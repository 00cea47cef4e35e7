import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { Chromium } from '../browsers/chromium';
import { counts, LIST, test } from '../browsers/chromium-test';
import { COVERS, insist, REFUSED, withCover } from '../browsers/covers';
import type { OnPage } from '../browsers/on-page';
import { until } from '../browsers/until';

/** Defined by `withCover` in the page, where an imported name would be unknown. */
declare function cover(parent: Node, style?: string): HTMLElement;

/** The list with all posts ticked, and the position of its save button. */
async function ticked(
  browser: Chromium,
): Promise<{ page: Page; ours: OnPage; save: { x: number; y: number } }> {
  const { page, ours } = await browser.list(LIST);
  await withCover(page);
  await ours.press('全选');
  await ours.countsAre(counts(20, 0, 20));
  return { page, ours, save: await middleOf(ours, '.primary') };
}

async function middleOf(ours: OnPage, selector: string): Promise<{ x: number; y: number }> {
  return ours.ask((root, found) => {
    const { left, top, width, height } = root.querySelector(found)?.getBoundingClientRect() ?? new DOMRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, selector);
}

const isRefused = (ours: OnPage) =>
  until(async () => (await ours.text('[role=status]')) === REFUSED, 'the refusal in words');

describe('a click through', () => {
  for (const [name, lay] of Object.entries(COVERS)) {
    test(`${name} does nothing and explains why`, async ({ browser }) => {
      const { page, ours, save } = await ticked(browser);
      await page.evaluate(lay);
      await page.mouse.click(save.x, save.y);
      if (!name.includes('transition')) await isRefused(ours);
      expect(await ours.counts()).toBe(counts(20, 0, 20));
    });
  }

  test('something that disappears when the pointer arrives does nothing', async ({ browser }) => {
    const { page, ours, save } = await ticked(browser);
    await page.mouse.move(5, 5);
    await page.evaluate(() => {
      const layer = cover(document.body);
      const look = () => {
        if (document.querySelector('html > :last-child:hover')) layer.remove();
        else requestAnimationFrame(look);
      };
      look();
    });
    // Long enough for a reader to have taken the cover for what is there.
    const laid = await page.evaluate(() => performance.now());
    await until(() => page.evaluate((at) => performance.now() > at + 400, laid), 'the cover');
    await page.mouse.move(save.x, save.y);
    await until(
      () => page.evaluate(() => document.querySelectorAll(':popover-open').length === 1),
      'no cover',
    );
    await page.mouse.down();
    await page.mouse.up();
    await isRefused(ours);
    expect(await ours.counts()).toBe(counts(20, 0, 20));
    await insist(ours, () => ours.press('保存 20'), counts(20, 20, 0));
  });
});

describe('a press', () => {
  test('that is the second half of a double click on the page does nothing', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    const spot = await middleOf(ours, '.control');
    await page.evaluate(() => scrollTo(0, 0));
    await page.evaluate(
      ([x = 0, y = 0]) => {
        const lure = document.body.appendChild(document.createElement('button'));
        lure.style.cssText = `position:absolute;z-index:9;left:${x - 10}px;top:${y + 290}px;width:20px;height:20px`;
        scrollTo(0, 300);
        lure.addEventListener('click', () => scrollTo(0, 0));
      },
      [spot.x, spot.y],
    );
    await page.mouse.dblclick(spot.x, spot.y);
    await isRefused(ours);
    expect(await ours.counts()).toBe(counts(20, 0, 0));
  });

  test('in a window too small to read does nothing', async ({ browser }) => {
    const { page, ours } = await ticked(browser);
    await page.setViewportSize({ width: 150, height: 150 });
    await ours.focus('.primary');
    await page.keyboard.press('Enter');
    await isRefused(ours);
    expect(await ours.counts()).toBe(counts(20, 0, 20));
  });

  test('works under what only looks like a cover', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    const harmless = [
      'html { filter: grayscale(1) }',
      'html { filter: invert(1) hue-rotate(180deg) } img { filter: invert(1) }',
      'html { zoom: 0.5 }',
      'html { zoom: 3 }',
      'body::after { content: ""; position: fixed; inset: 0; z-index: 2147483647; background: #fff }',
      'caixin-clipper, html > div { opacity: 0 !important; display: none !important }',
    ];
    for (const [index, css] of harmless.entries()) {
      await page.addStyleTag({ content: css });
      const saved = index * 2;
      await insist(ours, () => ours.click('.control', saved), counts(20, saved, 1));
      await insist(ours, () => ours.click('.control', saved + 1), counts(20, saved, 2));
      await insist(ours, () => ours.press('保存 2'), counts(20, saved + 2, 0));
      await page.evaluate(() => [...document.querySelectorAll('style')].at(-1)?.remove());
    }
  });

  test('after the page covered us with an empty layer works: our layer comes above it', async ({
    browser,
  }) => {
    const { page, ours } = await browser.list(LIST);
    await withCover(page);
    await page.evaluate(() => cover(document.body, 'background: none'));
    await insist(ours, () => ours.click('.control', 1), counts(20, 0, 1));
  });
});

describe('a dialog of the page', () => {
  test('stays above our controls, and they are there again after it', async ({ browser }) => {
    const { page, ours, save } = await ticked(browser);
    await page.evaluate(() => {
      const dialog = document.body.appendChild(document.createElement('dialog'));
      dialog.style.cssText = 'inset: 0; width: 100vw; height: 100vh; max-width: none; max-height: none';
      dialog.showModal();
    });
    await page.mouse.click(save.x, save.y);
    expect(
      await page.evaluate(([x = 0, y = 0]) => document.elementFromPoint(x, y)?.localName, [save.x, save.y]),
    ).toBe('dialog');
    expect(await ours.counts()).toBe(counts(20, 0, 20));
    await page.evaluate(() => document.querySelector('dialog')?.close());
    await insist(ours, () => ours.press('保存 20'), counts(20, 20, 0));
  });
});
