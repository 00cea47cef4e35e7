// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { exportWhenDue, readAutoExport, writeAutoExport } from '../../utils/library/transfer/auto-export';
import { aPost, aRepository } from './a-library';

const DAY = 86_400_000;
const NOW = 1_800_000_000_000;
const saved: string[] = [];

beforeEach(() => {
  fakeBrowser.reset();
  saved.length = 0;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the library is exported to the downloads folder automatically', () => {
  it('not before the reader turns it on', async () => {
    const { entries } = aRepository();
    await entries.save([aPost(1)]);
    expect(await readAutoExport()).toBe('off');
    expect(await exportWhenDue(entries, '0', NOW)).toBe(false);
    expect(saved).toEqual([]);
  });

  it('once a day, and only when something changed', async () => {
    const { entries } = aRepository();
    await writeAutoExport('daily');
    await entries.save([aPost(1)]);
    expect(await exportWhenDue(entries, '0', NOW)).toBe(true);
    expect(saved).toEqual([expect.stringMatching(/^caixin-clipper-2027-01-\d\d\.json$/)]);
    expect(await exportWhenDue(entries, '0', NOW + 2 * DAY)).toBe(false);
    await entries.save([aPost(2)]);
    expect(await exportWhenDue(entries, '0', NOW + DAY / 2)).toBe(false);
    expect(await exportWhenDue(entries, '0', NOW + 2 * DAY)).toBe(true);
    await entries.save([aPost(3)]);
    await writeAutoExport('weekly');
    expect(await exportWhenDue(entries, '0', NOW + 4 * DAY)).toBe(false);
  });

  it('also after an export that was made while the clock was four years ahead', async () => {
    const { entries } = aRepository();
    await writeAutoExport('daily');
    await entries.save([aPost(1)]);
    expect(await exportWhenDue(entries, '0', NOW + 1460 * DAY)).toBe(true);
    await entries.save([aPost(2)]);
    expect(await exportWhenDue(entries, '0', NOW + DAY)).toBe(true);
  });
});
