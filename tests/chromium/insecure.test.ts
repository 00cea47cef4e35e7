import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { CHROME_BUILD } from '../browsers/chromium';
import { test } from '../browsers/chromium-test';
import { secureOnlyIn } from '../house/secure-only';
import { SECURE_ONLY, unnamed } from '../story/insecure';

describe('on http', () => {
  test('pages lack what the list of the house names, and nothing else', async ({ browser }) => {
    expect(await unnamed((url) => browser.open(url))).toEqual([]);
  });

  test('the packed content script reaches for nothing that is not there', () => {
    const file = `${CHROME_BUILD}/content-scripts/caixin.js`;
    expect(secureOnlyIn(readFileSync(file, 'utf8'), file, SECURE_ONLY)).toEqual([]);
  });
});
