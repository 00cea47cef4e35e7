import { describe } from 'vitest';
import { test } from '../browsers/chromium-test';
import { EXAMPLES, opensOld, refusesNewer } from '../story/versions';

describe('a library of another version', () => {
  for (const example of EXAMPLES) {
    test(`of version ${example.version} opens with everything in it`, async ({ browser }) => {
      await opensOld((path) => browser.open(browser.address(path)), example);
    });
  }

  test('of a later one is refused with a message, untouched', async ({ browser }) => {
    await refusesNewer((path) => browser.open(browser.address(path)));
  });
});
