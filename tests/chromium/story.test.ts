import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { Chromium } from '../browsers/chromium';
import { type Replica, startReplica } from '../site/server';
import { SCHEMES, story } from '../story/story';

let replica: Replica;
beforeAll(async () => {
  replica = await startReplica();
});
afterAll(() => replica.close());

describe.each(SCHEMES)('on %s the main story in Chromium', (scheme) => {
  it.each(['zh_CN', 'en'] as const)('a reader saves, tags, queues, finds and reads: %s', async (language) => {
    const browser = await Chromium.launch({ replica: replica.port, language });
    try {
      await story<Page>(browser, language, undefined, scheme);
    } finally {
      await browser.close();
    }
  });
});
