import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { unpacked } from '../../scripts/package';
import { test } from '../browsers/chromium-test';
import { secureOnlyIn } from '../house/secure-only';
import { SECURE_ONLY, unnamed } from '../story/insecure';

describe('on http', () => {
  test('pages lack what the list of the house names, and nothing else', async ({ browser }) => {
    expect(await unnamed((url) => browser.open(url))).toEqual([]);
  });

  test('the packed content script reaches for nothing that is not there', () => {
    const file = `${unpacked('chrome')}/content-scripts/caixin.js`;
    expect(secureOnlyIn(readFileSync(file, 'utf8'), file, SECURE_ONLY)).toEqual([]);
  });
});
