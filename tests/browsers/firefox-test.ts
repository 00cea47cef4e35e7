import { test as base } from 'vitest';
import { startReplica } from '../site/server';
import { counts, LIST } from './chromium-test';
import { Firefox } from './firefox';

/** Each test has its own replica, browser and library. */
export const test = base.extend<{ browser: Firefox }>({
  // Vitest reads the fixtures that one needs from this pattern, even if it needs none.
  browser: async ({ task: _ }, use) => {
    const replica = await startReplica();
    const browser = await Firefox.launch({ replica: replica.port });
    await use(browser);
    await browser.close();
    await replica.close();
  },
});

export { counts, LIST };
