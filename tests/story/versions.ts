import { readdirSync, readFileSync } from 'node:fs';
import { bundle } from '../../scripts/bench/bundle';
import type { WebPage } from '../browsers/on-page';
import { Surface } from '../browsers/surface';
import type { Bundled } from '../faults/rig';

/** Rows by store, and the number of the version. */
type Example = { version: number } & Record<string, object[]>;

const FOLDER = 'tests/fixtures/db';

export const EXAMPLES: Example[] = readdirSync(FOLDER).map((file) =>
  JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')),
);

/** Opens a page of the extension. */
export type OpenPage = (path: string) => Promise<WebPage>;

/** A page from which versions are made. Firefox runs no script of ours in a page that is no document of HTML. */
const BARE = 'options.html';

async function make(page: WebPage, example: Example): Promise<void> {
  await page.evaluate(
    // A name in the page's scope: the code runs outside this module.
    `${await bundle('tests/faults/library-bundle.ts', 'keeping')};undefined` as never,
    '',
  );
  await page.evaluate(async (text) => {
    const { keeping } = globalThis as unknown as Bundled;
    const { version, ...stores } = JSON.parse(text) as Example;
    await keeping.createVersion(version, stores);
  }, JSON.stringify(example));
}

/** A library of an old version opens in the packed extension with everything in it, and its steps can be undone. */
export async function opensOld(open: OpenPage, example: Example): Promise<void> {
  const page = await open(BARE);
  await make(page, example);
  const count = example.entries?.length ?? 0;
  await new Surface(await open('popup.html')).shows(`${count} 篇`);
  const kept = await page.evaluate(async () => {
    const { keeping } = globalThis as unknown as Bundled;
    return (await keeping.library().all()).map((entry) => JSON.stringify(entry));
  }, '');
  const expected = (example.entries ?? []).map((entry) => JSON.stringify(entry));
  if (kept.sort().join('\n') !== expected.sort().join('\n')) throw new Error(`not what was there: ${kept}`);
}

/** What no page may say of a library that it cannot read. */
const UNTRUE = ['正在读取', '0 篇', '还没有', '书库还是空的', '队列是空的'];

/** A library of a newer version is refused with a message, and stays as it was. */
export async function refusesNewer(open: OpenPage): Promise<void> {
  const page = await open(BARE);
  await make(page, { version: 99, future: [{ kept: true }] } as unknown as Example);
  for (const path of ['popup.html', 'sidepanel.html', 'options.html']) {
    const surface = new Surface(await open(path));
    await surface.shows('数据由更新的版本写成');
    const said = await surface.text();
    const untrue = UNTRUE.find((words) => said.includes(words));
    if (untrue) throw new Error(`${path} says ${untrue}`);
  }
  const still = await page.evaluate(async () => {
    const { keeping } = globalThis as unknown as Bundled;
    return JSON.stringify(await keeping.rowsOf('future'));
  }, '');
  if (still !== '{"version":99,"rows":[{"kept":true}]}') throw new Error(`touched: ${still}`);
}
