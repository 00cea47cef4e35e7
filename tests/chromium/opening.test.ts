import { describe, expect } from 'vitest';
import { test } from '../browsers/chromium-test';

interface Noted {
  asked?: { scripts: number; hasBody: boolean };
}

describe('the database is opened before a surface has loaded its scripts', () => {
  for (const path of ['popup.html', 'sidepanel.html'])
    test(path, async ({ browser }) => {
      const page = await browser.context.newPage();
      await page.addInitScript(() => {
        const databases = indexedDB.databases.bind(indexedDB);
        indexedDB.databases = () => {
          const asked = { scripts: document.scripts.length, hasBody: document.body !== null };
          Object.assign(globalThis, { asked });
          return databases();
        };
      });
      await page.goto(browser.address(path));
      // Left in the page by the script above.
      const asked = await page.evaluate(() => (globalThis as Noted).asked);
      expect(asked).toEqual({ scripts: 1, hasBody: false });
    });
});
