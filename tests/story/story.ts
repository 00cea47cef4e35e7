import type { OnPage, WebPage } from '../browsers/on-page';
import { Surface } from '../browsers/surface';
import { until } from '../browsers/until';
import { type StoryWords, WORDS } from './words';

/** The page the product began with: 闫加伟's category 社区治理, twenty posts. */
export const LIST = 'https://yanjiawei.blog.caixin.com/usercategory/1832/page/2';

/** Caixin's own links use both; pages on http lack many browser APIs. */
export const SCHEMES = ['https', 'http'] as const;

export interface StoryPage extends WebPage {
  screenshot(options: { path: `${string}.png` }): Promise<unknown>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}

/** What the story needs of a browser. */
export interface StoryBrowser<P extends StoryPage> {
  list(url: string): Promise<{ page: P; ours: OnPage }>;
  popup(of: P): Promise<P>;
  panel(): Promise<P>;
}

/** Called after each step: what was done, what was seen, and where. */
export type Tell = (done: string, saw: string, page: StoryPage) => Promise<void>;

/**
 * The whole job as a reader does it: sees which posts of a list are new, saves some with tags in one go, queues others,
 * finds them by tag in the popup, and orders and reads the queue in the panel. Throws where anything does not come.
 */
export async function story<P extends StoryPage>(
  browser: StoryBrowser<P>,
  language: 'zh_CN' | 'en',
  tell: Tell = async () => {},
  scheme: (typeof SCHEMES)[number] = 'https',
): Promise<void> {
  const words = WORDS[language];
  const { page, ours } = await browser.list(LIST.replace('https', scheme));
  const found = await page.evaluate(() => location.protocol, '');
  // A browser may prefer https by itself.
  if (found !== `${scheme}:`) throw new Error(`the page came by ${found}`);
  await onTheList(page, ours, words, tell);
  await inThePopup(await browser.popup(page), words, tell);
  const titles = await inThePanel(await browser.panel(), words, tell);
  await page.bringToFront();
  const stateOf = async (title: string) =>
    (await ours.controls()).find(({ label }) => label.startsWith(title))?.title ?? '';
  const [done = '', next = ''] = titles;
  await until(async () => (await stateOf(done)) === words.saved, 'the mark of what was read');
  await until(async () => (await stateOf(next)) === words.queued, 'the mark of what waits');
  await tell(words.back, `${words.queued}: ${next}`, page);
}

async function onTheList(page: StoryPage, ours: OnPage, words: StoryWords, tell: Tell): Promise<void> {
  await ours.countsAre(words.counts(20, 0, 0));
  await tell(words.open, await ours.counts(), page);
  await ours.click('.control', 0);
  await ours.click('.control', 4, ['Shift']);
  await ours.tag('治理', '组织');
  await ours.countsAre(words.counts(20, 0, 5));
  await tell(words.tick, await ours.counts(), page);
  await ours.press(words.save(5));
  await ours.countsAre(words.counts(20, 5, 0));
  const marks = (await ours.controls()).filter(({ state }) => state.includes('saved'));
  if (marks.length !== 5 || !marks.every(({ title }) => title.includes('治理') && title.includes('组织'))) {
    throw new Error(`five marks with both tags, not ${JSON.stringify(marks)}`);
  }
  await tell(words.didSave, `${await ours.counts()}; ${marks[0]?.title}`, page);
  await ours.click('.control', 5);
  await ours.click('.control', 6);
  await ours.press(words.queue);
  await ours.countsAre(words.counts(20, 7, 0));
  await tell(words.didQueue, await ours.counts(), page);
}

async function inThePopup(page: StoryPage, words: StoryWords, tell: Tell): Promise<void> {
  const popup = new Surface(page);
  await popup.shows(words.counts(20, 7, 0));
  await tell(words.popup, words.counts(20, 7, 0), page);
  const library = `[aria-label="${words.library}"]`;
  await popup.rows(7, library);
  await popup.press('组织 5');
  const found = await popup.rows(5, library);
  await tell(words.filter, found.join('; '), page);
  await page.close();
}

async function inThePanel(page: StoryPage, words: StoryWords, tell: Tell): Promise<string[]> {
  const panel = new Surface(page);
  const [first = '', second = ''] = await panel.rows(2);
  await tell(words.panel, `${first}; ${second}`, page);
  await panel.press(words.move(second, 2, 2));
  await page.keyboard.down('Alt');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.up('Alt');
  await until(async () => (await panel.titles())[0] === second, 'the second post on top');
  await tell(words.order, (await panel.titles()).join('; '), page);
  await panel.press(words.done);
  await panel.rows(1);
  await tell(words.finish, (await panel.titles()).join('; '), page);
  await page.close();
  return [second, first];
}
