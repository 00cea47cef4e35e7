import type { Page } from 'playwright-core';
import type { Entry } from '../../utils/entry';
import { Surface } from '../browsers/surface';
import { until } from '../browsers/until';
import type { Bundled, Rig } from './rig';

/** Something that is done to fifty posts and may be struck in the middle. */
export interface Task {
  name: string;
  /** Brings everything to right before it; gives the page that does it. */
  prepare(rig: Rig): Promise<Page>;
  /** Does it; true once it was reported as done. */
  run(page: Page, rig: Rig): Promise<boolean>;
  /** Whether an entry is as it is after the task. */
  isDone(entry: Entry): boolean;
  /** Whether there is anything before it. */
  startsFull: boolean;
}

const LONG_LIST = 'https://odd.blog.caixin.com/huge?count=50';
const NEW = '新标签';

const keepFifty = (rig: Rig) =>
  rig.bench.evaluate(async () => {
    const { keeping } = globalThis as unknown as Bundled;
    await keeping.library().save(keeping.posts(), { tags: ['治理'], queue: true });
  });

const saveFromPage: Task = {
  name: 'save 50 on the page',
  startsFull: false,
  async prepare(rig) {
    const { page, ours } = await rig.browser.list(LONG_LIST);
    await ours.press('全选');
    await ours.countsAre('本页 50 篇 · 已存 0 · 已选 50');
    return page;
  },
  async run(page, rig) {
    const ours = await rig.browser.ours(page);
    await ours.press('保存 50');
    await until(async () => (await ours.text('[role=status]')).startsWith('已存 50'), 'the report', 3000);
    return true;
  },
  isDone: () => true,
};

const saveFromPopup: Task = {
  name: 'save 50 in the popup',
  startsFull: false,
  async prepare(rig) {
    const list = await saveFromPage.prepare(rig);
    const popup = await rig.browser.popup(list);
    await new Surface(popup).shows('保存 50');
    return popup;
  },
  async run(page) {
    const popup = new Surface(page);
    await popup.press('保存 50');
    await until(async () => (await popup.text()).includes('已存 50 篇'), 'the report', 3000);
    return true;
  },
  isDone: () => true,
};

const retag: Task = {
  name: 'retag 50',
  startsFull: true,
  async prepare(rig) {
    await keepFifty(rig);
    return aside(rig);
  },
  run: (page) =>
    page.evaluate(async (tag) => {
      const { keeping } = globalThis as unknown as Bundled;
      const urls = keeping.posts().map(({ url }) => url);
      await keeping.library().shelve(urls, { addTags: [tag], removeTags: ['治理'] });
      return true;
    }, NEW),
  isDone: ({ tags }) => tags.join() === NEW,
};

const importFifty: Task = {
  name: 'import 50',
  startsFull: true,
  async prepare(rig) {
    await rig.bench.evaluate(async () => {
      const { keeping } = globalThis as unknown as Bundled;
      await keeping.library().save(keeping.posts().slice(0, 10), { tags: ['治理'] });
    });
    return aside(rig);
  },
  run: (page) =>
    page.evaluate(async (tag) => {
      const { keeping } = globalThis as unknown as Bundled;
      const incoming = keeping.posts().map((post) => ({ post, shelving: { tags: [tag], queue: 'a0' } }));
      await keeping.library().import(incoming);
      return true;
    }, NEW),
  isDone: ({ tags }) => tags.includes(NEW),
};

/** The panel of the packed extension opens a library of the first version. */
const upgrade: Task = {
  name: 'upgrade 50',
  startsFull: true,
  async prepare(rig) {
    await rig.bench.evaluate(async () => {
      const { keeping } = globalThis as unknown as Bundled;
      const old = keeping
        .posts()
        .map((post, n) => ({ ...post, savedAt: 1_700_000_000_000 + n, tags: ['治理'] }));
      await keeping.createVersion(1, { entries: old });
    });
    return rig.browser.context.newPage();
  },
  async run(page, rig) {
    await page.goto(rig.browser.address('popup.html'));
    await until(async () => (await new Surface(page).text()).includes('50 篇'), 'the library', 3000);
    return true;
  },
  isDone: ({ tags }) => tags.join() === '治理',
};

/** A second page that writes, so that it can be closed while the bench stays. */
async function aside(rig: Rig): Promise<Page> {
  const bench = rig.bench;
  await rig.openBench();
  const page = rig.bench;
  rig.bench = bench;
  return page;
}

export const TASKS: Task[] = [saveFromPage, saveFromPopup, retag, importFifty, upgrade];
