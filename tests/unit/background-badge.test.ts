import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { BADGE_INK, paintBadge, reporting, showCounts, showSaved } from '../../entrypoints/background/badge';
import { AppError } from '../../utils/domain/errors';
import { speak } from './a-browser';

const text = () => fakeBrowser.action.getBadgeText({ tabId: 7 });
const title = () => fakeBrowser.action.getTitle({ tabId: 7 });

beforeEach(async () => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  await speak('zh_CN');
});

describe('the badge', () => {
  it.each([
    [{ posts: 20, saved: 5 }, '15'],
    [{ posts: 20, saved: 20 }, ''],
    [{ posts: 0, saved: 0 }, ''],
    [{ posts: 999, saved: 0 }, '999'],
    [{ posts: 1000, saved: 0 }, '999+'],
    [{ posts: 3, saved: 4 }, ''],
    [{ posts: 0, saved: 1 }, '✓'],
  ])('shows for %j: %o', async (counts, words) => {
    await showCounts(7, counts);
    expect(await text()).toBe(words);
  });

  it('has a title that says how many are saved, in both languages', async () => {
    await showCounts(7, { posts: 20, saved: 5 });
    expect(await title()).toBe('财新剪报 · 本页 20 篇，已存 5');
    await speak('en');
    await showCounts(7, { posts: 20, saved: 5 });
    expect(await title()).toBe('Caixin Clipper · 20 posts on this page, 5 saved');
    await showCounts(7, { posts: 1, saved: 1 });
    expect(await title()).toBe('Caixin Clipper · 1 post on this page, 1 saved');
  });

  it('names only the site on a page without posts', async () => {
    await showCounts(7, { posts: 20, saved: 5 });
    await showCounts(7, { posts: 0, saved: 0 });
    expect([await text(), await title()]).toEqual(['', '财新剪报']);
  });

  it('says of an article that it is saved, and no longer once it is not', async () => {
    await showCounts(7, { posts: 0, saved: 1 });
    expect(await title()).toBe('财新剪报 · 已保存');
    await showCounts(7, { posts: 0, saved: 0 });
    expect([await text(), await title()]).toEqual(['', '财新剪报']);
  });

  it('belongs to one tab', async () => {
    await showCounts(7, { posts: 20, saved: 5 });
    expect(await fakeBrowser.action.getBadgeText({ tabId: 8 })).toBe('');
  });

  it('ignores that the tab was closed meanwhile', async () => {
    vi.spyOn(fakeBrowser.action, 'setBadgeText').mockRejectedValue(new Error('No tab with id: 7.') as never);
    await expect(showCounts(7, { posts: 20, saved: 5 })).resolves.toBeUndefined();
  });

  it('shows what went wrong, until the page is read again', async () => {
    await reporting(7, () => Promise.reject(new AppError('full', 'QuotaExceededError')));
    expect(await text()).toBe('!');
    expect(await title()).toMatch(/磁盘或配额已满.*\(QuotaExceededError\)$/);
    await showCounts(7, { posts: 20, saved: 20 });
    expect([await text(), await title()]).toEqual(['', '财新剪报 · 本页 20 篇，已存 20']);
  });

  it('shows that a post was saved if no page can', async () => {
    await showSaved(7);
    expect([await text(), await title()]).toEqual(['✓', '财新剪报 · 已保存']);
  });

  it('has colours with a contrast of at least 4.5 to 1', () => {
    const paper = vi.spyOn(fakeBrowser.action, 'setBadgeBackgroundColor');
    const ink = vi.spyOn(fakeBrowser.action, 'setBadgeTextColor');
    paintBadge();
    expect(paper).toHaveBeenCalledWith({ color: BADGE_INK.background });
    expect(ink).toHaveBeenCalledWith({ color: BADGE_INK.text });
    const [dark = 0, light = 0] = [luminance(BADGE_INK.background), luminance(BADGE_INK.text)];
    expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
