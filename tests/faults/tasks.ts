import type { Page } from 'playwright-core';
import type { Entry } from '../../utils/domain/entry';
import { Surface } from '../browsers/surface';
import { until } from '../browsers/until';
import type { Bundled, Rig } from './rig';

/** One change of some posts: all or nothing. */
export interface Part {
  /** Numbers of the posts, from the first to before the last. */
  from: number;
  to: number;
  /** Whether an entry (undefined if there is none) is as it is after the change. */
  isDone(entry: Entry | undefined): boolean;
}

/** A task on fifty posts that may be interrupted by a fault. */
export interface Task {
  name: string;
  /** Prepares everything the task needs; returns the pages that perform it. */
  prepare(rig: Rig): Promise<Page[]>;
  /** Performs it; reports the number of each part once that was reported as done. */
  run(pages: Page[], rig: Rig, report: (part: number) => void): Promise<void>;
  parts: Part[];
  /** How to reverse it; undo if left out. */
  back?: 'redo';
  /** Makes no change for the reader: everything must be there afterwards, whatever happens. */
  mustHold?: true;
}

const NEW = '新标签';
const OLD = '治理';
const fifty = (isDone: Part['isDone']): Part[] => [{ from: 0, to: 50, isDone }];
const longList = (count: number) => `https://odd.blog.caixin.com/huge?count=${count}`;

const keep = (rig: Rig, from: number, to: number) =>
  rig.bench.evaluate(
    async ([first, last, tag]) => {
      const { keeping } = globalThis as unknown as Bundled;
      await keeping.library().save(keeping.posts().slice(first, last), { tags: [tag], queue: true });
    },
    [from, to, OLD] as const,
  );

/** Runs in a page with the bundle: one change of these posts. */
async function change([kind, first, last, tag]: readonly [string, number, number, string]): Promise<void> {
  const { keeping } = globalThis as unknown as Bundled;
  const posts = keeping.posts().slice(first, last);
  const urls = posts.map(({ url }) => url);
  const library = keeping.library();
  if (kind === 'retag') await library.shelve(urls, { addTags: [tag], removeTags: ['治理'] });
  else if (kind === 'remove') await library.remove(urls);
  else if (kind === 'undo') await library.undo();
  else await library.import(posts.map((post) => ({ post, shelving: { tags: [tag], queue: 'a0' } })));
}

const isHere = (entry?: Entry) => entry !== undefined;
const isGone = (entry?: Entry) => entry === undefined;
const isNew = (entry?: Entry) => entry?.tags.join() === NEW;
const hasNew = (entry?: Entry) => entry?.tags.includes(NEW) === true;
const isOld = (entry?: Entry) => entry?.tags.join() === OLD;

async function listOf(rig: Rig, count: number): Promise<Page> {
  const { page, ours } = await rig.browser.list(longList(count));
  await ours.press('全选');
  await ours.countsAre(`本页 ${count} 篇 · 已存 0 · 已选 ${count}`);
  return page;
}

async function saveOn(page: Page, rig: Rig, count: number): Promise<void> {
  const ours = await rig.browser.ours(page);
  await ours.press(`保存 ${count}`);
  await until(async () => (await ours.text('[role=status]')).startsWith(`已存 ${count}`), 'the report', 3000);
}

const saveFromPage: Task = {
  name: 'save 50 on the page',
  prepare: async (rig) => [await listOf(rig, 50)],
  async run([page], rig, report) {
    if (page) await saveOn(page, rig, 50);
    report(0);
  },
  parts: fifty(isHere),
};

const saveFromPopup: Task = {
  name: 'save 50 in the popup',
  async prepare(rig) {
    const popup = await rig.browser.popup(await listOf(rig, 50));
    await new Surface(popup).shows('保存 50');
    return [popup];
  },
  async run([page], _rig, report) {
    if (!page) return;
    const popup = new Surface(page);
    await popup.press('保存 50');
    await until(async () => (await popup.text()).includes('已存 50 篇'), 'the report', 3000);
    report(0);
  },
  parts: fifty(isHere),
};

/** A change that the repository makes in a page of its own, so that it can be closed while the bench stays open. */
function direct(kind: string, before: (rig: Rig) => Promise<unknown>, isDone: Part['isDone']): Task {
  return {
    name: `${kind} 50`,
    async prepare(rig) {
      await before(rig);
      return [await rig.aBench()];
    },
    async run([page], _rig, report) {
      await page?.evaluate(change, [kind, 0, 50, NEW] as const);
      report(0);
    },
    parts: fifty(isDone),
  };
}

async function retagged(rig: Rig): Promise<void> {
  await keep(rig, 0, 50);
  await rig.bench.evaluate(change, ['retag', 0, 50, NEW] as const);
}

const tasks: Task[] = [
  saveFromPage,
  saveFromPopup,
  direct('retag', (rig) => keep(rig, 0, 50), isNew),
  direct('import', (rig) => keep(rig, 0, 10), hasNew),
  direct('remove', (rig) => keep(rig, 0, 50), isGone),
  { ...direct('undo', retagged, isOld), back: 'redo' },
];

/** The popup of the packed extension opens a library of the first version. */
const upgrade: Task = {
  name: 'upgrade 50',
  mustHold: true,
  async prepare(rig) {
    await rig.bench.evaluate(async () => {
      const { keeping } = globalThis as unknown as Bundled;
      const old = keeping
        .posts()
        .map((post, n) => ({ ...post, savedAt: 1_700_000_000_000 + n, tags: ['治理'] }));
      await keeping.createVersion(1, { entries: old });
    });
    return [await rig.browser.context.newPage()];
  },
  async run([page], rig, report) {
    await page?.goto(rig.browser.address('popup.html'));
    if (page)
      await until(async () => (await new Surface(page).text()).includes('50 篇'), 'the library', 3000);
    report(0);
  },
  parts: fifty(isOld),
};

/** A web page, the popup, the panel and the options page all write at once. */
const together: Task = {
  name: 'four surfaces at once',
  async prepare(rig) {
    await keep(rig, 20, 40);
    const list = await listOf(rig, 20);
    const surfaces = ['popup.html', 'sidepanel.html', 'options.html'];
    const [popup, panel, options] = await Promise.all(surfaces.map((path) => rig.aBench(path)));
    // There are three of them.
    return [list, popup as Page, panel as Page, options as Page];
  },
  async run([list, popup, panel, options], rig, report) {
    const run = async (part: number, work: Promise<unknown> | undefined) => {
      await work;
      report(part);
    };
    await Promise.allSettled([
      run(0, list && saveOn(list, rig, 20)),
      run(1, popup?.evaluate(change, ['retag', 20, 30, NEW] as const)),
      run(2, panel?.evaluate(change, ['remove', 30, 40, NEW] as const)),
      run(3, options?.evaluate(change, ['import', 40, 50, NEW] as const)),
    ]);
  },
  parts: [
    { from: 0, to: 20, isDone: isHere },
    { from: 20, to: 30, isDone: isNew },
    { from: 30, to: 40, isDone: isGone },
    { from: 40, to: 50, isDone: hasNew },
  ],
};

export const TASKS: Task[] = [...tasks, upgrade, together];
