import { expect } from 'vitest';
import { LIST } from '../story/story';
import { WORDS } from '../story/words';
import type { OnPage, WebPage } from './on-page';
import { Surface } from './surface';
import { until } from './until';
import type { World } from './world';

const { counts } = WORDS.zh_CN;
const LIBRARY = '[aria-label="书库"]';
const ELSEWHERE = 'https://tangya.blog.caixin.com/';
const POST = 'https://yanjiawei.blog.caixin.com/archives/';

/** The part of a driven browser that this needs, the same in Chromium and Firefox. */
export interface Driven<Page extends WebPage> {
  list(url: string): Promise<{ page: Page; ours: OnPage }>;
  popup(of?: Page): Promise<Page>;
}

/**
 * A reader with a note, a filter and a draft on another site, and an attacker who controls our content script on
 * one page: tries every message and store, and fails if any reveals or changes something that does not belong to
 * that page.
 */
export async function besiege<Page extends WebPage & { close(): Promise<void> }>(
  browser: Driven<Page>,
  worldIn: (page: Page) => Promise<World>,
): Promise<void> {
  const elsewhere = await browser.list(ELSEWHERE);
  await elsewhere.ours.click('.control', 2);
  await elsewhere.ours.tag('秘密的草稿');
  await elsewhere.ours.countsAre(counts(8, 0, 1));
  const { page, ours } = await browser.list(LIST);
  await ours.click('.control', 0);
  await ours.press('保存 1');
  await ours.countsAre(counts(20, 1, 0));
  await writeInPopup(browser, page);
  const world = await worldIn(page);
  const told = [...(await tryStorage(world)), ...(await tryMessages(world)), await world.call('heard')];
  expect(JSON.stringify(told)).not.toMatch(/秘密/);
  await ours.countsAre(counts(20, 1, 0));
  await elsewhere.ours.countsAre(counts(8, 0, 1));
  await seeInPopup(browser, page);
  const again = await browser.list(ELSEWHERE);
  await again.ours.countsAre(counts(8, 0, 1));
  expect(await again.ours.text('.tag-field-tags')).toContain('秘密的草稿');
}

/** A note on the one entry, and the filter the popup was left with. */
async function writeInPopup<Page extends WebPage & { close(): Promise<void> }>(
  browser: Driven<Page>,
  page: Page,
): Promise<void> {
  const tab = await browser.popup(page);
  const popup = new Surface(tab);
  await popup.rows(1, LIBRARY);
  await popup.press('更多操作：', LIBRARY);
  await popup.press('标签和备注', LIBRARY);
  await popup.type('备注：', '秘密的备注');
  await popup.press('完成', LIBRARY);
  await popup.shows('秘密的备注');
  await popup.type('搜索标题、作者、标签、备注', '秘密的备注');
  await popup.rows(1, LIBRARY);
  await tab.close();
}

async function seeInPopup<Page extends WebPage & { close(): Promise<void> }>(
  browser: Driven<Page>,
  page: Page,
): Promise<void> {
  const tab = await browser.popup(page);
  await new Surface(tab).rows(1, LIBRARY);
  await new Surface(tab).shows('秘密的备注');
  const field = () =>
    tab.evaluate((name) => {
      const found = document.querySelector<HTMLInputElement>(`[aria-label="${name}"]`);
      return found?.value ?? '';
    }, '搜索标题、作者、标签、备注');
  await until(async () => (await field()) === '秘密的备注', 'the filter as it was left');
  await tab.close();
}

/** Reads, writes and clears every store. */
async function tryStorage(world: World) {
  const told = [await world.call('listen', 'caixin-clipper', 'caixin-clipper-kept')];
  for (const area of ['local', 'session', 'sync', 'managed']) {
    const call = (name: string, ...args: unknown[]) => world.call(`storage.${area}.${name}`, ...args);
    told.push(await call('setAccessLevel', { accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' }));
    told.push(await call('get', null), await call('get', 'filter:popup'), await call('getKeys'));
    told.push(await call('set', { 'filter:popup': '假的', views: [{ name: '假的', filter: '' }] }));
    told.push(await call('remove', `draft:${LIST}`), await call('clear'));
  }
  told.push(await world.call('indexedDB.databases'));
  return told;
}

/** Every call of the contract and some that are not in it, with all arguments worth a try. */
async function tryMessages(world: World) {
  const say = (call: string, ...args: unknown[]) =>
    world.call('runtime.sendMessage', { to: 'background', call, args });
  const told = [await say('draft', ELSEWHERE), await say('changeDraft', { typed: 'x' }, ELSEWHERE)];
  // What it may ask is answered: its messages arrive.
  expect(await say('draft')).toEqual({ value: { value: { ticked: [], tags: [], typed: '' } } });
  told.push(await say('tags', {}), await say('pageRead', { posts: 7, saved: 0 }, 1));
  for (const call of ['all', 'get', 'newest', 'shelve', 'remove', 'import', 'check', 'read', 'constructor'])
    told.push(await say(call, ...(call === 'get' ? [[`${POST}243157`]] : [])));
  for (let step = 1; step <= 20; step++) {
    const turns = [await say('undo', step), await say('redo', step)];
    // The first step is the page's own save.
    if (step > 1) expect(turns).toEqual([{ value: { value: false } }, { value: { value: false } }]);
    told.push(...turns);
  }
  const many = Array.from({ length: 2_001 }, (_, n) => `${POST}${n + 1}`);
  const refused = [await say('marks', many), await say('undo'), await say('savePosts', [{ url: LIST }], {})];
  for (const one of refused) expect(JSON.stringify(one)).toMatch(/refused: /);
  return [...told, ...refused, await say('marks', many.slice(1))];
}
