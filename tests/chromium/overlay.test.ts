import { isDeepStrictEqual } from 'node:util';
import { describe, expect } from 'vitest';
import { counts, LIST, test } from '../browsers/chromium-test';
import { outlineOf, ROOT_STYLES, standsWell } from '../browsers/outline';
import { until } from '../browsers/until';

describe('whatever a page does to its root and its body', () => {
  test('controls stay beside their titles, and the bar at the bottom', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    for (const element of ['html', 'body']) {
      for (const style of ROOT_STYLES) {
        await page.evaluate(
          ([name = '', css = '']) => document.querySelector(name)?.setAttribute('style', css),
          [element, style],
        );
        await standsWell(page, ours, `${element} { ${style} }`);
        await page.evaluate((name) => document.querySelector(name)?.removeAttribute('style'), element);
      }
    }
  });

  test('the same if the body scrolls, and at another zoom', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await page.evaluate(() => {
      document.documentElement.style.cssText = 'height: 100%; overflow: hidden';
      document.body.style.cssText = 'height: 100%; overflow: auto';
      document.body.scrollTop = 300;
    });
    await standsWell(page, ours, 'a body that scrolls');
    const cdp = await browser.context.newCDPSession(page);
    const metrics = { width: 900, height: 700, deviceScaleFactor: 2.5, mobile: false };
    await cdp.send('Emulation.setDeviceMetricsOverride', metrics);
    await standsWell(page, ours, 'fine pixels');
    await cdp.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1.5 });
    await standsWell(page, ours, 'a pinch');
  });
});

describe('the bar', () => {
  test('is one row at any width and with any number of tags, with all buttons visible', async ({
    browser,
  }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.focus('.tag-field input');
    for (const many of [0, 1, 100]) {
      await page.keyboard.insertText(Array.from({ length: many }, (_, n) => `宏观经济${n},`).join(''));
      await until(async () => (await ours.ask(chips)) === many, `${many} tags`);
      for (const width of [1280, 860, 859, 480, 360, 320]) {
        await page.setViewportSize({ width, height: 700 });
        const row = { height: 36, verbs: ['保存', '入队', '隐藏'], isAside: false };
        await until(async () => isDeepStrictEqual(await ours.ask(barAndVerbs), row), `one row at ${width}`);
      }
    }
  });

  test('in a narrow window has its select buttons behind one button, which shows their number', async ({
    browser,
  }) => {
    const { page, ours } = await browser.list(LIST);
    await page.setViewportSize({ width: 360, height: 700 });
    await ours.click('.more');
    // A reader waits until what opened is visible before pressing it.
    const opened = await page.evaluate(() => performance.now());
    await until(() => page.evaluate((at) => performance.now() > at + 500, opened), 'a look at it');
    await ours.press('全选');
    await ours.countsAre(counts(20, 0, 20));
    const title = await ours.ask((root) => root.querySelector('.select button')?.getAttribute('title'));
    expect(title).toBe('勾选本页显示的 20 篇');
    await ours.press('保存 20');
    await ours.countsAre(counts(20, 20, 0));
  });
});

describe('nothing of ours', () => {
  test('is printed, and no space is reserved for it on paper', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    const shown = () =>
      ours.ask((root) => [...root.querySelectorAll('*')].filter((one) => one.getClientRects().length).length);
    const foot = () =>
      page.evaluate(() => {
        const bottom = document.body.getBoundingClientRect().bottom + scrollY;
        return document.documentElement.scrollHeight - Math.max(bottom, innerHeight);
      });
    expect(await shown()).toBeGreaterThan(20);
    expect(await foot()).toBeGreaterThan(30);
    await page.emulateMedia({ media: 'print' });
    await until(async () => (await shown()) === 0, 'nothing of ours');
    expect(await foot()).toBeLessThan(30);
  });

  test('reveals by its size what the reader has', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.click('.control', 0);
    await ours.tag('治理');
    await ours.press('保存 1');
    await ours.countsAre(counts(20, 1, 0));
    await page.reload();
    await ours.countsAre(counts(20, 1, 0));
    await page.evaluate(() => scrollTo(0, 0));
    const before = await outlineOf(page);
    const outlines = new Map<string, string>();
    await ours.focus('.tag-field input');
    for (const typed of ['治', '没', '']) {
      await page.keyboard.type(typed);
      outlines.set(`typed ${typed}`, await outlineOf(page));
      if (typed) await page.keyboard.press('Backspace');
    }
    await page.keyboard.press('Escape');
    outlines.set('closed', await outlineOf(page));
    expect(outlines.get('typed 没')).toBe(outlines.get('typed 治'));
    expect(outlines.get('typed ')).toBe(outlines.get('typed 治'));
    expect(outlines.get('typed 治')).not.toBe(before);
    expect(outlines.get('closed')).toBe(before);
    await page.evaluate(() => document.body.click());
    await ours.press('全选');
    await ours.countsAre(counts(20, 1, 20));
    await page.evaluate(() => scrollTo(0, 0));
    expect(await outlineOf(page)).toBe(before);
  });
});

describe('the state of a control', () => {
  for (const forced of [false, true]) {
    test(`is shown without colour${forced ? ', also in forced colours' : ''}`, async ({ browser }) => {
      const { page, ours } = await browser.list(LIST);
      await page.emulateMedia({ forcedColors: forced ? 'active' : 'none' });
      await ours.click('.control', 0);
      await ours.press('保存 1');
      await ours.countsAre(counts(20, 1, 0));
      await ours.click('.control', 1);
      await ours.press('入队');
      await ours.countsAre(counts(20, 2, 0));
      await ours.click('.control', 2);
      await ours.click('.control', 3);
      await ours.press('保存 2');
      await ours.countsAre(counts(20, 4, 0));
      await ours.click('.control', 3);
      await ours.click('.control', 4);
      await ours.countsAre(counts(20, 4, 2));
      // Saved, queued, saved and ticked, ticked, new.
      const looks = await ours.ask(looksOf);
      const shapes = [0, 1, 3, 4, 5].map((index) => looks[index]?.shape);
      expect(new Set(shapes).size).toBe(5);
      expect(looks[4]?.shape).toContain('✓');
      expect(looks[5]).toEqual({ shape: 'none solid 2px hollow', size: '20px' });
      expect(new Set(looks.map(({ size }) => size))).toEqual(new Set(['20px']));
    });
  }
});

const chips = (root: ShadowRoot) => root.querySelectorAll('.tag-field-tag').length;

/** The bar's height, and which of its buttons a click in their centre would hit. */
function barAndVerbs(root: ShadowRoot): { height: number; verbs: (string | null)[]; isAside: boolean } {
  const met = [...root.querySelectorAll('.verbs button')].filter((verb) => {
    const { left, top, width, height } = verb.getBoundingClientRect();
    return root.elementFromPoint(left + width / 2, top + height / 2) === verb;
  });
  const { height, left, right } = root.querySelector('.bar')?.getBoundingClientRect() ?? new DOMRect();
  const isAside = left < 0 || right > innerWidth;
  return { height, verbs: met.map((verb) => verb.textContent), isAside };
}

/** Symbol, border and background of every control, without colours. */
function looksOf(root: ShadowRoot): { shape: string; size: string }[] {
  return [...root.querySelectorAll('.control')].map((control) => {
    const { borderStyle, borderWidth, backgroundColor, width } = getComputedStyle(control);
    const { content } = getComputedStyle(control, '::before');
    const ground = /, 0\)$/.test(backgroundColor) ? 'hollow' : 'filled';
    return { shape: `${content} ${borderStyle} ${borderWidth} ${ground}`, size: width };
  });
}
