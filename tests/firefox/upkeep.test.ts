import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Firefox } from '../browsers/firefox';
import { Surface } from '../browsers/surface';
import { until } from '../browsers/until';
import { type Replica, startReplica } from '../site/server';
import { LIST } from '../story/story';
import { EXAMPLES, opensOld, refusesNewer } from '../story/versions';

let replica: Replica;
let firefox: Firefox;

beforeAll(async () => {
  replica = await startReplica();
  firefox = await Firefox.launch({ replica: replica.port });
});

afterAll(async () => {
  await firefox.close();
  await replica.close();
});

describe('in Firefox', () => {
  it('a save is undone and redone on the page; links are imported; a snapshot is taken', async () => {
    const { ours } = await firefox.list(LIST);
    await ours.click('.control', 0);
    await ours.press('保存 1');
    await ours.countsAre('本页 20 篇 · 已存 1 · 已选 0');
    await ours.press('撤销');
    await ours.countsAre('本页 20 篇 · 已存 0 · 已选 0');
    await ours.press('重做');
    await ours.countsAre('本页 20 篇 · 已存 1 · 已选 0');
    const page = await firefox.open('options.html');
    const options = new Surface(page);
    await options.shows('最近的快照');
    await options.type('或把链接贴在这里', 'https://tangya.blog.caixin.com/archives/101 ');
    await options.press('读取链接');
    await options.shows('新 1 篇');
    await options.press('导入 1 篇');
    await options.shows('共 2 篇');
    await options.press('检查');
    await options.shows('一切正常');
    const kept = await page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('caixin-clipper');
      return (await Array.fromAsync(folder.keys())).map((name) => name[0]);
    });
    expect(kept).toContain('s');
    // A record of the journal.
    expect(kept).toContain('n');
  });

  it('a deleted database is restored with everything in it', async () => {
    const page = await firefox.open('options.html');
    const options = new Surface(page);
    await options.shows('共 2 篇');
    await page.evaluate(
      () =>
        new Promise((done) => {
          indexedDB.deleteDatabase('caixin-clipper').onsuccess = done;
        }),
    );
    const popup = new Surface(await firefox.popup());
    await until(async () => (await popup.text()).includes('2 篇'), 'both entries');
    await popup.shows('2 篇都在');
    await popup.press('关闭');
    await popup.drops('2 篇都在');
  });

  const open = (path: string) => firefox.open(path);

  it.each(EXAMPLES)('a library of version $version opens with everything in it', async (example) => {
    await opensOld(open, example);
  });

  it('a library of a later version is refused with a message, untouched', async () => {
    await refusesNewer(open);
  });
});
