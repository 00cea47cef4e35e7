import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { findable, heardSince, listenToAll, reachInside, takeOver } from '../browsers/attacks';
import { counts, LIST, test } from '../browsers/chromium-test';
import { HOST } from '../browsers/on-page';
import { until } from '../browsers/until';

const settled = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** What the page has got hold of. */
interface Got {
  root?: ShadowRoot;
}

describe('a page gets nothing of our shadow root', () => {
  test('by defining every element before us, or making another of ours', async ({ browser }) => {
    const page = await browser.open('about:blank');
    await page.addInitScript(() => {
      const opened: unknown[] = [];
      Object.assign(window, { opened });
      for (const name of ['caixin-clipper', 'caixin-bar', 'x-div']) {
        const made = class extends HTMLElement {
          constructor() {
            super();
            opened.push(this.attachInternals());
          }
        };
        customElements.define(name, made);
      }
      const div = class extends HTMLDivElement {
        constructor() {
          super();
          opened.push(this);
        }
      };
      customElements.define('y-div', div, { extends: 'div' });
    });
    await page.goto(LIST);
    await browser.ours(page);
    expect(await page.evaluate(() => (window as unknown as { opened: unknown[] }).opened.length)).toBe(0);
    expect(await page.evaluate(takeOver)).toEqual([]);
  });

  test('by pointing, searching, selecting, editing, animating', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.tag('秘密');
    await ours.press('全选');
    await page.keyboard.press('Control+a');
    await ours.click('.tag-field input');
    await page.keyboard.type('密语');
    expect(await page.evaluate(reachInside)).toEqual([]);
  });

  test('by searching for text: neither that of the bar, nor tags, nor what is typed', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.tag('秘密');
    await page.keyboard.type('密语');
    expect(await page.evaluate(findable, '只选新 入队 本页 秘密 密语 评论')).not.toContain('密语');
    expect(await page.evaluate(findable, '只选新 入队 本页 秘密 密')).toEqual([]);
  });

  test('by putting our element elsewhere: it is back before any script runs', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.click('.tag-field input');
    await page.keyboard.type('甲');
    await page.evaluate(listenToAll);
    const places = await page.evaluate(async (where) => {
      const host = document.querySelector<HTMLElement>(where);
      if (!host) return ['no host'];
      const wrong: string[] = [];
      const into = async (name: string, put: () => void) => {
        put();
        await Promise.resolve();
        const attributes = host.getAttributeNames().filter((one) => !['style', 'popover'].includes(one));
        if (host.parentNode !== document.documentElement || attributes.length > 0) wrong.push(name);
      };
      const make = (name: string) => document.body.appendChild(document.createElement(name));
      await into('body', () => document.body.append(host));
      await into('an open root', () => make('div').attachShadow({ mode: 'open' }).append(host));
      await into('a template', () => make('template').append(host));
      await into('a dialog', () => make('dialog').append(host));
      await into('an editable element', () => {
        const editable = make('div');
        editable.contentEditable = 'true';
        editable.append(host);
      });
      const frame = document.createElement('iframe');
      document.body.append(frame);
      await into('a frame', () => frame.contentDocument?.body.append(host));
      await into('another document', () => document.implementation.createHTMLDocument().adoptNode(host));
      await into('nowhere', () => host.remove());
      await into('attributes', () => {
        for (const name of ['hidden', 'inert', 'contenteditable', 'slot', 'id', 'class', 'tabindex', 'is'])
          host.setAttribute(name, 'x');
      });
      return wrong;
    }, HOST);
    expect(places).toEqual([]);
    await page.keyboard.type('乙');
    expect((await page.evaluate(heardSince)).filter((one) => /^(key|text|comp)|input/.test(one))).toEqual([]);
    expect(await ours.ask((root) => root.querySelector('input')?.value)).toBe('甲乙');
  });

  test('by fighting for our element: where the page put it, it is empty, and it comes back', async ({
    browser,
  }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.click('.tag-field input');
    await page.evaluate(async (where) => {
      const host = document.querySelector(where);
      const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const target of [root, window])
        target.addEventListener('keydown', () => heard.push('keydown'), true);
      for (let times = 0; times < 60 && host; times++) {
        root.append(host);
        await Promise.resolve();
      }
    }, HOST);
    await page.keyboard.type('abc');
    expect(await page.evaluate(heardSince)).toEqual([]);
    await until(async () => (await page.locator(HOST).count()) === 1, 'our element again');
  });
});

describe('a page that got our root anyway', () => {
  test('causes nothing by events of its own, inside it or with our buttons moved out', async ({
    browser,
  }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.click('.control', 0);
    await ours.countsAre(counts(20, 0, 1));
    await ours.ask((root) => {
      (window as unknown as Got).root = root;
    });
    await page.evaluate(() => {
      const { root } = window as unknown as Got;
      const buttons = [...(root?.querySelectorAll('button') ?? [])];
      const field = root?.querySelector('input');
      const tell = (target?: Element | null) => {
        for (const composed of [true, false]) {
          for (const type of ['pointerdown', 'mousedown', 'click', 'keydown', 'input', 'focus']) {
            const init = { bubbles: true, composed, cancelable: true, key: 'Enter', detail: 1 };
            const made = type === 'keydown' ? new KeyboardEvent(type, init) : new MouseEvent(type, init);
            target?.dispatchEvent(made);
          }
        }
      };
      if (field) field.value = '恶意，标签，';
      for (const one of [...buttons, field]) {
        tell(one);
        if (one instanceof HTMLButtonElement) one.click();
      }
      const outside = document.body.appendChild(document.createElement('div'));
      for (const one of buttons) {
        const parent = one.parentNode;
        const next = one.nextSibling;
        outside.append(one);
        one.click();
        tell(one);
        parent?.insertBefore(one, next);
      }
    });
    await settled(page);
    expect(await ours.counts()).toBe(counts(20, 0, 1));
    expect(await ours.ask((root) => root.querySelectorAll('.tag-field-tag').length)).toBe(0);
    await ours.press('保存 1');
    await ours.countsAre(counts(20, 1, 0));
  });
});

describe('when the extension is updated under an open page', () => {
  test('that hides the update from the old copy: the old element is gone, and stays away', async ({
    browser,
  }) => {
    const { page, ours } = await browser.list(LIST);
    await page.evaluate((type) => {
      window.addEventListener(type, (event) => event.stopImmediatePropagation(), true);
    }, `${browser.id}:caixin:wxt:content-script-started`);
    const old = await page.evaluateHandle((where) => document.querySelector(where), HOST);
    await browser.update();
    await until(() => old.evaluate((host) => !host?.isConnected), 'the old bar gone');
    await ours.ready();
    await page.evaluate(() => document.body.append(document.createElement('p')));
    await settled(page);
    expect(await old.evaluate((host) => host?.isConnected)).toBe(false);
    expect(await ours.hosts()).toBe(1);
    await ours.click('.control', 0);
    await ours.countsAre(counts(20, 0, 1));
  });
});
