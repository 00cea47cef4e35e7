import { rm } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { describe, it } from 'vitest';
import { Firefox } from '../browsers/firefox';
import { besiege } from '../browsers/taken-over';
import { takenOverFirefox, worldInFirefox } from '../browsers/world';
import { startReplica } from '../site/server';

describe('in Firefox a content script that was taken over', () => {
  it('learns and changes nothing but what belongs to its page', { timeout: 240_000 }, async () => {
    const replica = await startReplica();
    const extension = await takenOverFirefox();
    const browser = await Firefox.launch({ replica: replica.port, extension });
    await besiege<Page>(browser, async (page) => worldInFirefox(page));
    await browser.close();
    await replica.close();
    await rm(extension, { recursive: true });
  });
});
