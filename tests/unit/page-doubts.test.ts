// @vitest-environment happy-dom
import { h, render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PageDoubts } from '../../components/page/page-doubts';
import { DOUBTS } from '../../utils/sites/doubts';
import { reportOf } from '../../utils/sites/report';
import type { Page } from '../../utils/sites/site';
import { speak } from './a-browser';

const ADDRESS = 'https://somebody.blog.caixin.com/';

const doubted = (...doubts: string[]): Page => ({
  kind: 'list',
  site: 'structure',
  posts: [{ url: `${ADDRESS}archives/1`, title: '一篇' }],
  others: [],
  confidence: 'structure',
  doubts,
});

describe('what is doubted of a page', () => {
  const place = document.createElement('div');
  const show = (page: Page) => render(h(PageDoubts, { page, address: ADDRESS }), place);
  const written = vi.spyOn(navigator.clipboard, 'writeText');

  beforeEach(async () => {
    await speak('zh_CN');
    document.body.append(place);
  });

  afterEach(() => {
    render(null, place);
    place.remove();
    written.mockReset();
  });

  it('is not there where nothing is', () => {
    show(doubted());
    expect(place.childElementCount).toBe(0);
  });

  it.each(Object.entries(DOUBTS))('is told in words of its own: %s', async (_name, doubt) => {
    show(doubted(doubt));
    const [said = ''] = [...place.querySelectorAll('li')].map((one) => one.textContent ?? '');
    expect(said).toMatch(/^\p{sc=Han}[^a-z]*。$/u);
    expect(place.querySelectorAll('li')).toHaveLength(1);
  });

  it('counts links without a title once, beside what else is doubted', () => {
    show(doubted(DOUBTS.undated, '5 links look like posts, 2 have no title'));
    const said = [...place.querySelectorAll('li')].map((one) => one.textContent);
    expect(said).toEqual(['有些文章旁边像是有日期，却没有读出来。', '有些链接像文章，却没有标题。']);
  });

  it.each([
    ['is copied as a report', () => Promise.resolve(), '已复制'],
    [
      'says so where the browser does not allow copying',
      () => Promise.reject(new Error('no')),
      '浏览器没有允许复制',
    ],
  ])('%s', async (_what, answer, said) => {
    written.mockImplementation(answer);
    const page = doubted(DOUBTS.few);
    show(page);
    place.querySelector('button')?.click();
    await vi.waitFor(() => expect(place.querySelector('[role=status]')?.textContent).toBe(said));
    expect(written).toHaveBeenCalledExactlyOnceWith(reportOf(page, ADDRESS));
  });
});
