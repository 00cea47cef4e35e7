import { describe, expect, it } from 'vitest';
import { Firefox } from '../browsers/firefox';
import { startReplica } from '../site/server';
import { unnamed } from '../story/insecure';

describe('on http in Firefox', () => {
  it('pages lack exactly what tests/house/secure-only.txt lists', async () => {
    const replica = await startReplica();
    const firefox = await Firefox.launch({ replica: replica.port });
    try {
      const open = async (url: string) => {
        const page = await firefox.browser.newPage();
        await page.goto(url);
        return page;
      };
      expect(await unnamed(open)).toEqual([]);
    } finally {
      await firefox.close();
      await replica.close();
    }
  });
});
