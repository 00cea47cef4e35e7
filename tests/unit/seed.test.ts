// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../utils/sites';
import { legacyList } from '../site/templates/legacy';
import { inHappyDom, inJsdom, NOW } from './a-page';

const SEED = '../shared/seed-category-page.txt';
const URL_OF_SEED = new URL('https://yanjiawei.blog.caixin.com/usercategory/1832/page/2');

interface Seed {
  title: string;
  /** `YYYY-MM-DD HH:MM` */
  time: string;
  lines: string[];
}

/** The entries of the text: a date, a title, an excerpt, `阅读全文>>`. */
function seeds(text: string): Seed[] {
  return [...text.matchAll(/^(\d{4})年(\d\d)月(\d\d)日 (\d\d:\d\d)\n([\s\S]*?)^阅读全文>>/gm)].map(
    ([, year, month, day, clock, body = '']) => {
      const [title = '', ...lines] = body
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
      return { title, time: `${year}-${month}-${day} ${clock}`, lines };
    },
  );
}

const entries = existsSync(SEED) ? seeds(readFileSync(SEED, 'utf8')) : [];
if (entries.length === 0) console.warn(`skipped: ${SEED} is not here`);

describe.skipIf(entries.length === 0)('the page the product began with', () => {
  const posts = entries.map((entry, index) => ({ ...entry, id: 243_157 - index }));
  const html = legacyList({ label: 'yanjiawei', author: '闫加伟', crumbs: '个人分类 > 社区治理', posts });
  const found = entries.map(({ title, time, lines }, index) => ({
    url: `https://yanjiawei.blog.caixin.com/archives/${243_157 - index}`,
    title,
    author: '闫加伟',
    authorUrl: 'https://yanjiawei.blog.caixin.com/',
    category: '社区治理',
    publishedAt: `${time.replace(' ', 'T')}+08:00`,
    excerpt: (lines[0] === title ? lines.slice(1) : lines)
      .join(' ')
      .replace(/\s+/g, ' ')
      .replace(/\.{3,}$/, ''),
  }));

  it('has twenty posts, eight of which repeat their title', () => {
    expect(entries).toHaveLength(20);
    expect(entries.filter(({ title, lines }) => lines[0] === title)).toHaveLength(8);
  });

  it.each([
    ['jsdom', inJsdom],
    ['happy-dom', inHappyDom],
  ])(
    'all of them are read: title, minute, author, category, excerpt without the repeated title (%s)',
    (_name, parse) => {
      expect(readPage(parse(html, URL_OF_SEED), URL_OF_SEED, NOW).posts).toEqual(found);
    },
  );
});
