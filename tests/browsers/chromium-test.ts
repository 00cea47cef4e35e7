import { test as base } from 'vitest';
import { type Replica, startReplica } from '../site/server';
import { LIST } from '../story/story';
import { Chromium } from './chromium';

/** Each test has its own replica, browser and library. */
export const test = base.extend<{ replica: Replica; browser: Chromium }>({
  // Vitest reads the fixtures that one needs from this pattern, even if it needs none.
  replica: async ({ task: _ }, use) => {
    const replica = await startReplica();
    await use(replica);
    await replica.close();
  },
  browser: async ({ replica }, use) => {
    const browser = await Chromium.launch({ replica: replica.port });
    await use(browser);
    await browser.close();
  },
});

export { LIST };

/** The text of the bar in Chinese. */
export const counts = (posts: number, saved: number, ticked: number) =>
  `本页 ${posts} 篇 · 已存 ${saved} · 已选 ${ticked}`;
