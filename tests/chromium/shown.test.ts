import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { counts, LIST, test } from '../browsers/chromium-test';
import { Surface } from '../browsers/surface';

/** Ways to make a row invisible. */
const HIDDEN = {
  'beyond the left edge': 'position: absolute; left: -9999px',
  'beyond the upper edge': 'position: absolute; top: -9999px',
  'behind the edge of the window, fixed': 'position: fixed; top: 200vh',
  transparent: 'opacity: 0',
  'nearly transparent': 'opacity: 0.004',
  invisible: 'visibility: hidden',
  'not displayed': 'display: none',
  'without height': 'height: 0; overflow: hidden',
  'scaled to nothing': 'transform: scale(0)',
  'clipped the old way': 'position: absolute; clip: rect(0, 0, 0, 0)',
  'clipped to one pixel': 'position: absolute; width: 1px; height: 1px; overflow: hidden',
  'clipped by a path': 'clip-path: inset(50%)',
  'clipped by a circle': 'clip-path: circle(0)',
  'clipped by a polygon': 'clip-path: polygon(0 0, 0 0, 0 0)',
  'in letters of no size': 'zoom: 0.01',
  'indented away': 'text-indent: -9999px; overflow: hidden',
  'left out while laying out': 'content-visibility: hidden',
};

/** Ways to show a row that is merely outside the viewport, or looks unusual. */
const SHOWN = {
  'far below': 'margin-top: 4000px',
  'far to the right': 'position: relative; left: 3000px',
  'laid out when it is near': 'content-visibility: auto',
  faint: 'opacity: 0.4',
  'with an outline of its own': 'clip-path: inset(0)',
  'in a box that scrolls': 'height: 60px; overflow: auto',
  filtered: 'filter: grayscale(1)',
};

const TITLES = 'h2 a[href*="/archives/"]';

/** Styles the rows of the first posts, including their titles. */
const style = (page: Page, css: string, many = 5) =>
  page.evaluate(
    ([titles = '', text = '', most = '0']) => {
      const all = [...document.querySelectorAll(titles)].slice(0, Number(most));
      for (const title of all) title.closest('h2')?.parentElement?.setAttribute('style', text);
    },
    [TITLES, css, String(many)],
  );

describe('a row', () => {
  test('that nobody can see is not a post of the page, and becomes one as soon as it can be seen', async ({
    browser,
  }) => {
    const { page, ours } = await browser.list(LIST);
    for (const css of Object.values(HIDDEN)) {
      await style(page, css);
      await ours.countsAre(counts(15, 0, 0));
      await style(page, '');
      await ours.countsAre(counts(20, 0, 0));
    }
    await style(page, HIDDEN.transparent);
    await ours.countsAre(counts(15, 0, 0));
    expect(await ours.controls()).toHaveLength(15);
    await ours.press('全选');
    await ours.countsAre(counts(15, 0, 15));
    await new Surface(await browser.popup(page)).shows(counts(15, 0, 15));
  });

  test('that can be scrolled to is a post', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    for (const css of Object.values(SHOWN)) {
      await style(page, `${css}; --seen: 1`);
      await style(page, 'display: none', 1);
      await ours.countsAre(counts(19, 0, 0));
      await style(page, '');
      await ours.countsAre(counts(20, 0, 0));
    }
  });

  test('that becomes visible without a change of the document becomes a post', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await page.evaluate((titles) => {
      const sheet = new CSSStyleSheet();
      document.adoptedStyleSheets = [sheet];
      Object.assign(window, { sheet });
      const first = document.querySelector(titles)?.closest('h2')?.parentElement;
      first?.classList.add('late');
      sheet.replaceSync('.late { opacity: 0 }');
    }, TITLES);
    await ours.countsAre(counts(19, 0, 0));
    await page.evaluate(() => {
      const { sheet } = window as unknown as { sheet: CSSStyleSheet };
      sheet.replaceSync('.late { opacity: 1; transition: opacity 200ms }');
    });
    await ours.countsAre(counts(20, 0, 0));
  });
});
