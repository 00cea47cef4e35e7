import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { counts, LIST, test } from '../browsers/chromium-test';
import { HOST } from '../browsers/on-page';
import { Surface } from '../browsers/surface';
import { until } from '../browsers/until';

const ODD = 'https://odd.blog.caixin.com';

/** After everything that was started on the page has run. */
const settled = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

describe('a page cannot make the extension do anything', () => {
  test('with clicks and keys of its own making', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.click('.control', 0);
    await ours.countsAre(counts(20, 0, 1));
    await page.evaluate((where) => {
      const host = document.querySelector(where);
      const box = { bubbles: true, composed: true, cancelable: true };
      for (let y = 0; y < innerHeight; y += 8) {
        for (let x = 0; x < innerWidth; x += 24) {
          const at = { ...box, clientX: x, clientY: y, detail: 1 };
          for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click'])
            host?.dispatchEvent(new MouseEvent(type, at));
        }
      }
      for (const key of ['Enter', ' ', 'z'])
        host?.dispatchEvent(new KeyboardEvent('keydown', { ...box, key, ctrlKey: key === 'z' }));
      if (host instanceof HTMLElement) host.click();
    }, HOST);
    await settled(page);
    expect(await ours.counts()).toBe(counts(20, 0, 1));
    await ours.press('保存 1');
    await ours.countsAre(counts(20, 1, 0));
  });

  test('with messages: it has nobody to send one to', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    const save = { to: 'background', call: 'savePosts', args: [[{ url: LIST, title: 'x' }], {}] };
    const found = await page.evaluate(
      async ([id, message]) => {
        // What Chrome gives to a web page, if anything.
        const { chrome } = window as unknown as { chrome?: { runtime?: { sendMessage?: unknown } } };
        window.postMessage(message, '*');
        document.documentElement.dispatchEvent(new CustomEvent('caixin-clipper', { detail: message }));
        const channel = new BroadcastChannel('caixin-clipper');
        channel.postMessage(['https://yanjiawei.blog.caixin.com/archives/1']);
        const loaded = await fetch(`chrome-extension://${id}/popup.html`).then(
          () => true,
          () => false,
        );
        return { messages: typeof chrome?.runtime?.sendMessage, loaded };
      },
      [browser.id, save] as const,
    );
    expect(found).toEqual({ messages: 'undefined', loaded: false });
    await settled(page);
    expect(await ours.counts()).toBe(counts(20, 0, 0));
  });

  test('by looking into our controls, through open or replaced shadow roots', async ({ browser }) => {
    const page = await browser.open('about:blank');
    await page.addInitScript(() => {
      const roots: unknown[] = [];
      Object.assign(window, { roots });
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (options) {
        const root = attach.call(this, { ...options, mode: 'open' });
        roots.push(root);
        return root;
      };
      Array.prototype.map = () => [{ url: 'https://evil.example/', title: 'evil' }] as never;
      Object.defineProperty(Object.prototype, 'queue', { value: 'a0', writable: true });
    });
    await page.goto(LIST);
    const ours = await browser.ours(page);
    await ours.click('.control', 0);
    await ours.press('保存 1');
    await ours.countsAre(counts(20, 1, 0));
    const seen = await page.evaluate(
      (where) => ({
        roots: (window as unknown as { roots: unknown[] }).roots.length,
        open: document.querySelector(where)?.shadowRoot ?? null,
      }),
      HOST,
    );
    expect(seen).toEqual({ roots: 0, open: null });
    const panel = new Surface(await browser.panel());
    await panel.shows('队列是空的');
  });

  test('with a copy of our bar: its buttons do nothing', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await page.evaluate(() => {
      const copy = document.createElement('div');
      const root = copy.attachShadow({ mode: 'open' });
      const button = document.createElement('button');
      button.textContent = '保存 20';
      root.append(button);
      document.body.append(copy);
      button.click();
    });
    await settled(page);
    expect(await ours.counts()).toBe(counts(20, 0, 0));
  });

  test('from a frame: lists in frames get no controls and are not heard', async ({ browser }) => {
    const page = await browser.open('https://www.caixin.com/');
    await page.evaluate((url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
    }, LIST);
    const frame = await until(() => page.frames().find((one) => one.url() === LIST), 'the frame');
    await frame.waitForLoadState();
    await settled(page);
    expect(await frame.evaluate((where) => document.querySelectorAll(where).length, HOST)).toBe(0);
  });

  test('with markup in a title: it is text on every surface', async ({ browser }) => {
    const { page, ours } = await browser.list(`${ODD}/hostile`);
    await ours.countsAre(counts(6, 0, 0));
    await ours.press('全选');
    await ours.countsAre(counts(6, 0, 6));
    await ours.press('保存 6');
    await ours.countsAre(counts(6, 6, 0));
    for (const tab of [await browser.popup(page), await browser.panel()]) {
      const surface = new Surface(tab);
      if (tab.url().includes('panel')) await surface.press('书库');
      await surface.shows('<img src=x onerror="window.hit=1">');
      expect(await tab.evaluate(() => [document.images.length, 'hit' in window])).toEqual([0, false]);
    }
  });
});

describe('pages of the extension', () => {
  test('run no text as code or markup, and send no requests', async ({ browser }) => {
    const page = await browser.open(browser.address('options.html'));
    const tried = await page.evaluate(async () => {
      const failed = async (work: () => unknown) => {
        try {
          await work();
          return false;
        } catch {
          return true;
        }
      };
      return {
        markup: await failed(() => {
          document.createElement('p').innerHTML = '<b>x</b>';
        }),
        policy: await failed(() => {
          const { trustedTypes } = window as unknown as {
            trustedTypes: { createPolicy(name: string, rules: object): unknown };
          };
          trustedTypes.createPolicy('own', { createHTML: (text: string) => text });
        }),
        request: await failed(() => fetch('https://www.caixin.com/')),
      };
    });
    expect(tried).toEqual({ markup: true, policy: true, request: true });
  });
});
