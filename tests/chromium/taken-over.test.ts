import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { unpacked } from '../../scripts/package';
import { Chromium } from '../browsers/chromium';
import { counts, LIST, test } from '../browsers/chromium-test';
import { besiege } from '../browsers/taken-over';
import { until } from '../browsers/until';
import { worldInChromium } from '../browsers/world';

describe('a content script that was taken over', () => {
  test('learns and changes nothing but what belongs to its page', { timeout: 240_000 }, async ({
    browser,
  }) => {
    await besiege<Page>(browser, (page) => worldInChromium(page, browser.id));
  });

  test('finds the storage closed, also when the browser starts and our background never runs', async ({
    replica,
  }) => {
    const folder = await mkdtemp(join(tmpdir(), 'closed-'));
    const extension = join(folder, 'extension');
    await cp(unpacked('chrome'), extension, { recursive: true });
    const launch = () =>
      Chromium.launch({ replica: replica.port, extension, profile: join(folder, 'profile') });
    const first = await launch();
    await first.list(LIST);
    await first.close();
    await writeFile(join(extension, 'background.js'), '');
    const browser = await launch();
    const world = await worldInChromium(await browser.open(LIST), browser.id);
    const closed = { failed: expect.stringMatching(/not allowed from this context/) };
    for (const area of ['local', 'session']) {
      expect(await world.call(`storage.${area}.get`, null)).toEqual(closed);
      expect(await world.call(`storage.${area}.set`, { a: 1 })).toEqual(closed);
      expect(await world.call(`storage.${area}.remove`, 'a')).toEqual(closed);
      expect(await world.call(`storage.${area}.clear`)).toEqual(closed);
    }
    await browser.close();
    await rm(folder, { recursive: true });
  });

  test('undoes only the steps of its own document, also after the background was stopped', async ({
    browser,
  }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.click('.control', 0);
    await ours.press('保存 1');
    await ours.countsAre(counts(20, 1, 0));
    await browser.stopWorker(page);
    await ours.press('撤销');
    await ours.countsAre(counts(20, 0, 0));
    await browser.stopWorker(page);
    await ours.press('重做');
    await ours.countsAre(counts(20, 1, 0));
    await page.reload();
    await (await browser.ours(page)).countsAre(counts(20, 1, 0));
    const world = await worldInChromium(page, browser.id);
    for (const call of ['undo', 'redo'])
      for (let step = 1; step < 5; step++)
        expect(await world.call('runtime.sendMessage', { to: 'background', call, args: [step] })).toEqual({
          value: { value: false },
        });
  });
});

describe('what is begun on a page', () => {
  test('is kept if the tab is closed right after a letter', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    await ours.click('.control', 3);
    await ours.click('.tag-field input');
    await page.keyboard.type('半个标签');
    await page.close();
    const again = await browser.list(LIST);
    await again.ours.countsAre(counts(20, 0, 1));
    await until(
      async () =>
        (await again.ours.ask((root) => root.querySelector<HTMLInputElement>('.tag-field input')?.value)) ===
        '半个标签',
      'what was typed',
    );
  });

  test('is shared by two tabs at one address, and the ticks of both stay', async ({ browser }) => {
    const one = await browser.list(LIST);
    const two = await browser.list(LIST);
    await two.ours.click('.control', 1);
    await one.ours.countsAre(counts(20, 0, 1));
    await browser.stopWorker(one.page);
    await one.page.bringToFront();
    await one.ours.click('.control', 5);
    await two.ours.countsAre(counts(20, 0, 2));
    await one.ours.countsAre(counts(20, 0, 2));
  });

  test('follows a popup letter by letter, but not the other way round', async ({ browser }) => {
    const { page, ours } = await browser.list(LIST);
    const popup = await browser.popup(page);
    await popup.locator('[role=combobox]').first().click();
    await popup.keyboard.type('一二三四五六七八九十');
    const typed = () =>
      ours.ask((root) => root.querySelector<HTMLInputElement>('.tag-field input')?.value ?? '');
    await until(async () => (await typed()) === '一二三四五六七八九十', 'the same text on the page');
    expect(await popup.locator('[role=combobox]').first().inputValue()).toBe('一二三四五六七八九十');
    await page.bringToFront();
    await ours.click('.tag-field input');
    await page.keyboard.press('End');
    await page.keyboard.type('零一二');
    await until(
      async () =>
        (await popup.locator('[role=combobox]').first().inputValue()) === '一二三四五六七八九十零一二',
      'the same text in the popup',
    );
    expect(await typed()).toBe('一二三四五六七八九十零一二');
  });
});
