import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { OnPage } from '../browsers/on-page';
import { Surface } from '../browsers/surface';
import { until } from '../browsers/until';
import type { Rig } from '../faults/rig';
import { POSTS } from './choose';
import type { Action, State, Surface as Where } from './model';

const LIST = `https://odd.blog.caixin.com/huge?count=${POSTS}`;
const LIBRARY = '[data-library]';
const SEARCH = '搜索标题、作者、标签、备注';

/** High enough for every row to be rendered. */
const SIZE = { width: 420, height: 3000 };

const titleOf = (n: number) => `第 ${n + 1} 篇文章的题目`;

/** What a button of a row does. */
type RowAction = Extract<Action, { kind: 'read' | 'queued' | 'archived' | 'remove' | 'restore' }>;

/** A reader with a list, the popup, the panel and the options open at once, who uses mouse and keyboard. */
export class Reader {
  private constructor(
    readonly rig: Rig,
    private readonly list: Page,
    private ours: OnPage,
    private readonly pages: Record<Where | 'options', Page>,
  ) {}

  static async open(rig: Rig): Promise<Reader> {
    const { page, ours } = await rig.browser.list(LIST);
    const open = (where: Where | 'options') => openPage(rig, where, page);
    const pages = { popup: await open('popup'), panel: await open('panel'), options: await open('options') };
    return new Reader(rig, page, ours, pages);
  }

  /** Does it as a reader does. */
  async do(action: Action): Promise<void> {
    if (action.kind === 'save') await this.#save(action);
    else if (action.kind === 'tag' || action.kind === 'note') await this.#edit(action);
    else if (action.kind === 'move' || action.kind === 'finish' || action.kind === 'later')
      await this.#queue(action);
    else if (isOfRow(action)) await this.#press(action);
    else if (action.kind === 'undo' || action.kind === 'redo') await this.#turn(action);
    else if (action.kind === 'rename') await this.#rename(action);
    else if (action.kind === 'import') await this.#import(action);
    else if (action.kind === 'reopen') await this.#reopen(action.where);
    else if (action.kind === 'stop worker') await this.rig.browser.stopWorker(this.rig.bench);
    else if (action.kind === 'navigate') await this.#navigate();
  }

  /**
   * What changes nothing: a filter finds what the plain model finds, an export contains it, the panel shows the
   * queue.
   */
  async look(action: Action, state: State): Promise<void> {
    if (action.kind === 'filter') await this.#filter(action, state);
    else if (action.kind === 'export') await this.#export(state);
    else if (action.kind === 'move' || action.kind === 'later') await this.#queueIs(state);
  }

  /** The health check in the options finds nothing wrong. */
  async check(): Promise<void> {
    const options = await this.#at('options');
    await options.press('检查');
    await options.shows('一切正常。');
  }

  /** What every surface shows, for finding out what went wrong. */
  async shown(): Promise<string> {
    const texts = Object.entries(this.pages).map(
      async ([where, page]) => `${where}:\n${await page.evaluate(seen)}`,
    );
    return (await Promise.all(texts)).join('\n');
  }

  async #at(where: Where | 'options'): Promise<Surface> {
    const page = this.pages[where];
    await page.bringToFront();
    return new Surface(page);
  }

  async #tab(name: '队列' | '书库'): Promise<Surface> {
    const panel = await this.#at('panel');
    const isOpen = (wanted: string) =>
      document.querySelector('[role=tab][aria-selected=true]')?.textContent?.startsWith(wanted) ?? false;
    if (!(await this.pages.panel.evaluate(isOpen, name))) await panel.press(name);
    return panel;
  }

  /** The library of a surface, filtered to this post. */
  async #find(where: Where, n: number, show: 'is:all' | 'is:trash'): Promise<Surface> {
    const surface = where === 'panel' ? await this.#tab('书库') : await this.#at(where);
    await this.#type(where, `${show} "${titleOf(n)}"`);
    await until(
      async () => (await surface.titles(LIBRARY)).join() === titleOf(n),
      `${titleOf(n)} in ${where}`,
    );
    return surface;
  }

  async #type(where: Where, filter: string): Promise<void> {
    await this.pages[where].getByLabel(SEARCH, { exact: true }).fill(filter);
  }

  async #save({ where, ns, tags, queue }: Extract<Action, { kind: 'save' }>): Promise<void> {
    await this.list.bringToFront();
    // Ticks for an earlier save disappear with it: a reader sees that.
    await until(async () => (await this.ours.counts()).endsWith('已选 0'), 'nothing ticked');
    for (const n of ns) await this.ours.click('.control', n);
    if (tags.length > 0) await this.ours.tag(...tags);
    await until(async () => (await this.ours.counts()).endsWith(`已选 ${ns.length}`), 'what is ticked');
    if (where === 'page') return this.ours.press(queue ? '入队' : `保存 ${ns.length}`);
    const popup = await this.#at('popup');
    const part = '[aria-label="本页文章"]';
    await popup.shows(`保存 ${ns.length}`);
    await until(async () => holds(await popup.page.evaluate(chosen, ''), tags), 'the tags in the popup');
    await popup.press(queue ? '入队' : `保存 ${ns.length}`, part);
    // A reader waits for the result before going on.
    await popup.shows('已选 0');
  }

  async #press(action: RowAction): Promise<void> {
    const { kind, where, n } = action;
    const surface = await this.#find(where, n, kind === 'restore' ? 'is:trash' : 'is:all');
    if (kind === 'restore') return surface.press('恢复', LIBRARY);
    await this.#open(surface, n);
    if (kind === 'remove') return surface.press('移除', LIBRARY);
    const isOn = 'on' in action && action.on;
    const words = {
      read: isOn ? '标为已读' : '标为未读',
      queued: isOn ? '入队' : '移出队列',
      archived: isOn ? '归档' : '取消归档',
    };
    if (kind === 'read' || kind === 'queued' || kind === 'archived')
      await surface.press(words[kind], `${LIBRARY} [data-row]`);
  }

  /** Shows the actions of a row, if they are not shown yet. */
  async #open(surface: Surface, n: number, within = LIBRARY): Promise<void> {
    const name = `更多操作：${titleOf(n)}`;
    const isOpen = (text: string) => document.querySelector(text)?.getAttribute('aria-expanded') === 'true';
    if (!(await surface.page.evaluate(isOpen, `${within} [aria-label="${name}"]`)))
      await surface.press(name, within);
  }

  async #edit(action: Extract<Action, { kind: 'tag' | 'note' }>): Promise<void> {
    const { where, n } = action;
    const surface = await this.#find(where, n, 'is:all');
    await this.#open(surface, n);
    await surface.press('标签和备注', LIBRARY);
    const page = this.pages[where];
    const note = page.getByLabel(`备注：${titleOf(n)}`);
    if (action.kind === 'note') {
      await note.fill(action.note);
      return surface.press('完成', `${LIBRARY} [data-row]`);
    }
    if (action.on) {
      await page
        .getByLabel(`标签：${titleOf(n)}`, { exact: true })
        .first()
        .fill(action.tag);
      await page.keyboard.press('Enter');
    } else await surface.press(`去掉标签 ${action.tag}`, `${LIBRARY} [data-row]`);
    // The focus is in the field now, and its suggestions may cover the button: a click there would choose one of
    // them.
    await page.keyboard.press('Enter');
    await note.waitFor({ state: 'detached' });
  }

  async #queue(action: Extract<Action, { kind: 'move' | 'finish' | 'later' }>): Promise<void> {
    const panel = await this.#tab('队列');
    const page = this.pages.panel;
    const row = page.locator(`[data-row][data-url$="/${100_000 + action.n}"]`);
    if (action.kind === 'move') {
      await row.locator('[data-grip]').focus();
      await page.keyboard.press(action.by > 0 ? 'Alt+ArrowDown' : 'Alt+ArrowUp');
      return;
    }
    const within = `[data-row][data-url$="/${100_000 + action.n}"]`;
    if ((await row.locator('[aria-expanded]').count()) > 0) await this.#open(panel, action.n, within);
    await panel.press(action.kind === 'finish' ? '读完' : '稍后', within);
  }

  async #turn({ kind, where }: Extract<Action, { kind: 'undo' | 'redo' }>): Promise<void> {
    await this.#at(where);
    const page = this.pages[where];
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    await page.keyboard.press(kind === 'undo' ? 'z' : 'Shift+Z');
  }

  async #rename({ tag, to }: Extract<Action, { kind: 'rename' }>): Promise<void> {
    const options = await this.#at('options');
    await options.press(`给标签 ${tag} 改名`);
    await this.pages.options.keyboard.type(to);
    await this.pages.options.keyboard.press('Enter');
  }

  async #import({ ns, tags }: Extract<Action, { kind: 'import' }>): Promise<void> {
    const options = await this.#at('options');
    const rows = ns.map(
      (n) => `https://odd.blog.caixin.com/archives/${100_000 + n},${titleOf(n)},${tags.join('|')}`,
    );
    const buffer = Buffer.from(['url,title,tags', ...rows].join('\n'));
    const chooser = this.pages.options.waitForEvent('filechooser');
    await options.press('选择文件…');
    await (await chooser).setFiles({ name: 'list.csv', mimeType: 'text/csv', buffer });
    await options.press(`导入 ${ns.length} 篇`);
  }

  async #export({ saved }: State): Promise<void> {
    const options = await this.#at('options');
    const download = this.pages.options.waitForEvent('download');
    await options.press('导出', '#export');
    const text = await readFile(await (await download).path(), 'utf8');
    const { entries }: { entries: { url: string; tags: string[] }[] } = JSON.parse(text);
    const wanted = Object.entries(saved).map(([n, { tags }]) => `${100_000 + Number(n)} ${tags.toSorted()}`);
    const found = entries.map(({ url, tags }) => `${url.slice(-6)} ${tags.toSorted()}`);
    if (found.sort().join() !== wanted.sort().join()) throw new Error(`exported ${found}, not ${wanted}`);
  }

  async #filter({ where, tag }: Extract<Action, { kind: 'filter' }>, { saved }: State): Promise<void> {
    const surface = where === 'panel' ? await this.#tab('书库') : await this.#at(where);
    await this.#type(where, `#${tag}`);
    const isBelow = (one: string) => one === tag || one.startsWith(`${tag}/`);
    const found = Object.values(saved).filter(({ archived, tags }) => !archived && tags.some(isBelow));
    await surface.rows(found.length, LIBRARY);
  }

  async #queueIs({ queue }: State): Promise<void> {
    const panel = new Surface(this.pages.panel);
    const wanted = queue.map(titleOf).join();
    await until(async () => (await panel.titles()).join() === wanted, `the queue ${wanted}`);
  }

  async #reopen(where: Where | 'options'): Promise<void> {
    await this.pages[where].close();
    this.pages[where] = await openPage(this.rig, where, this.list);
  }

  async #navigate(): Promise<void> {
    await this.list.goto('https://yanjiawei.blog.caixin.com/usercategory/1832/page/2');
    await this.list.goto(LIST);
    this.ours = await this.rig.browser.ours(this.list);
  }
}

/** Runs in a page: its text, the values of its fields, and its unsaved text. */
const seen = () => {
  const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
  const typed = fields.filter(({ value }) => value !== '' && value !== 'on');
  return [
    document.body.innerText.replaceAll(/\n+/g, ' | '),
    ...typed.map((field) => `${field.ariaLabel}: ${field.value}`),
    JSON.stringify(localStorage),
  ].join('\n');
};

const ROW = ['read', 'queued', 'archived', 'remove', 'restore'];
const isOfRow = (action: Action): action is RowAction => ROW.includes(action.kind);

/** Runs in a page: the tags in the field for the next save. */
const chosen = () =>
  [...document.querySelectorAll('[aria-label="本页文章"] .tag-field-tag')]
    .map((tag) => tag.textContent)
    .join(' ');

const holds = (text: string, words: string[]) => words.every((word) => text.includes(word));

async function openPage({ browser }: Rig, where: Where | 'options', list: Page): Promise<Page> {
  const open = { popup: () => browser.popup(list), panel: () => browser.panel() };
  const page =
    where === 'options' ? await browser.open(browser.address('options.html')) : await open[where]();
  await page.setViewportSize(SIZE);
  return page;
}
