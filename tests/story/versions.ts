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

/** What this needs of a browser. */
export interface VersionBrowser {
  /** A page of the extension. */
  aPage(): Promise<WebPage>;
  popup(): Promise<WebPage>;
}

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
export async function opensOld(browser: VersionBrowser, example: Example): Promise<void> {
  const page = await browser.aPage();
  await make(page, example);
  const count = example.entries?.length ?? 0;
  await new Surface(await browser.popup()).shows(`${count} 篇`);
  const kept = await page.evaluate(async () => {
    const { keeping } = globalThis as unknown as Bundled;
    return (await keeping.library().all()).map((entry) => JSON.stringify(entry));
  }, '');
  const expected = (example.entries ?? []).map((entry) => JSON.stringify(entry));
  if (kept.sort().join('\n') !== expected.sort().join('\n')) throw new Error(`not what was there: ${kept}`);
}

/** A library of a newer version is refused with a message, and stays as it was. */
export async function refusesNewer(browser: VersionBrowser): Promise<void> {
  const page = await browser.aPage();
  await make(page, { version: 99, future: [{ kept: true }] } as unknown as Example);
  await new Surface(await browser.popup()).shows('数据由更新的版本写成');
  const still = await page.evaluate(async () => {
    const { keeping } = globalThis as unknown as Bundled;
    return JSON.stringify(await keeping.rowsOf('future'));
  }, '');
  if (still !== '{"version":99,"rows":[{"kept":true}]}') throw new Error(`touched: ${still}`);
}
