import { describe, expect, it } from 'vitest';
import { RawChromium } from '../browsers/raw-chromium';
import { until } from '../browsers/until';
import { startReplica } from '../site/server';

const ODD = 'https://odd.blog.caixin.com';

const BADGE = `chrome.tabs.query({}).then(async (tabs) => {
  const tab = tabs.find(({ url }) => url?.includes('caixin.com'));
  return tab && new URL(tab.url).pathname + ' ' + (await chrome.action.getBadgeText({ tabId: tab.id }));
})`;

describe('a page that the browser prerenders', () => {
  it('leaves the badge to the page that is shown, and has its own once it is shown itself', async () => {
    const replica = await startReplica();
    const browser = await RawChromium.launch(replica.port, `${ODD}/ahead`);
    const badgeIs = (words: string) =>
      until(
        async () => (await browser.ask('service_worker', '/background.js', BADGE)) === words,
        `the badge ${words}`,
      );
    try {
      await badgeIs('/ahead 4');
      await until(() => replica.requests.includes(`${ODD}/page/2`), 'the next page made ready');
      await badgeIs('/ahead 4');
      // Later, when no debugger is attached: with one, the browser discards prerendered pages.
      await browser.ask('page', '/ahead', `void setTimeout(() => { location.href = '/page/2'; }, 1000)`);
      await badgeIs('/page/2 3');
      const start = `performance.getEntriesByType('navigation')[0].activationStart`;
      expect(await browser.ask('page', '/page/2', start)).toBeGreaterThan(0);
    } finally {
      await browser.close();
      await replica.close();
    }
  });
});
