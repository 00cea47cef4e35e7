// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '../../utils/domain/url';
import { readPage } from '../../utils/sites';
import { clean } from '../../utils/sites/text';

const CAPTURES = '../shared/captures';
const NOW = new Date('2026-08-09T12:00:00+08:00');

interface Capture {
  url: string;
  posts: { url: string; title: string; publishedAt?: string }[];
}

const names = existsSync(CAPTURES)
  ? readdirSync(CAPTURES).flatMap((file) => (file.endsWith('.html') ? [file.slice(0, -5)] : []))
  : [];
if (names.length === 0) console.warn(`skipped: no captured pages in ${CAPTURES}`);

describe.skipIf(names.length === 0)('a captured page of caixin.com', () => {
  it.each(names)('%s: at least 95 % of the expected posts, with the exact title', (name) => {
    const capture: Capture = JSON.parse(readFileSync(`${CAPTURES}/${name}.json`, 'utf8'));
    const { document } = new JSDOM(readFileSync(`${CAPTURES}/${name}.html`, 'utf8'), { url: capture.url })
      .window;
    const page = readPage(document, new URL(capture.url), NOW);
    const titles = new Map([...page.others, ...page.posts].map((post) => [post.url, post.title]));
    const missed = capture.posts.filter(
      (post) => titles.get(canonicalUrl(post.url) ?? '') !== clean(post.title),
    );
    const told = missed.map(
      (post) => `${post.url} ${post.title} / ${titles.get(canonicalUrl(post.url) ?? '')}`,
    );
    expect(missed.length / capture.posts.length, told.join('\n')).toBeLessThanOrEqual(0.05);
  });
});
