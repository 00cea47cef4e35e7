import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { unpacked } from '../../scripts/package';
import { test } from '../browsers/chromium-test';
import { secureOnlyIn } from '../house/secure-only';
import { SECURE_ONLY, unnamed } from '../story/insecure';

describe('on http', () => {
  test('pages lack exactly what tests/house/secure-only.txt lists', async ({ browser }) => {
    expect(await unnamed((url) => browser.open(url))).toEqual([]);
  });

  test('the packed content script uses nothing that is missing there', () => {
    const file = `${unpacked('chrome')}/content-scripts/caixin.js`;
    expect(secureOnlyIn(readFileSync(file, 'utf8'), file, SECURE_ONLY)).toEqual([]);
  });
});
