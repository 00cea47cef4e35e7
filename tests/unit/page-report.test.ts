// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { casesIn, documentOf } from '../../scripts/score/cases';
import { readPage } from '../../utils/sites';
import { reportOf } from '../../utils/sites/report';

describe('a report of a page', () => {
  it.each(casesIn('tests/fixtures/kinds'))('$name: has no word of the page, and one line a post', (one) => {
    const page = readPage(documentOf(one), one.url, one.now);
    const report = reportOf(page, one.url.href);
    expect(report).not.toMatch(/\p{sc=Han}/u);
    expect(report.split('\n')).toHaveLength(1 + page.posts.length + page.others.length);
  });

  it('says the host and the form of an address, the kind of the page and what is doubted', () => {
    const [one] = casesIn('tests/fixtures/kinds');
    if (!one) throw new Error('no case');
    const page = { ...readPage(documentOf(one), one.url, one.now), doubts: ['undated'] };
    const address = 'https://blog.caixin.com/archive/tags?tag=%E7%A4%BE%E5%8C%BA';
    expect(reportOf(page, address).split('\n')[0]).toBe(
      `{"page":"blog.caixin.com/archive/tags?tag","kind":"list","site":"structure","confidence":"structure","doubts":["undated"],"posts":5,"others":2}`,
    );
  });
});
