// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { readPage, SITES } from '../../utils/sites';
import { EXCERPT_LIMIT, TITLE_LIMIT } from '../../utils/sites/text';
import { inHappyDom, inJsdom, pageFixtures } from './a-page';

const fixtures = pageFixtures();
const shapes = [...SITES.map((site) => site.name), 'article', 'structure'];

describe('every shape of page', () => {
  it.each(shapes)('%s has a full, a sparse and a hostile page', (shape) => {
    const names = fixtures.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([`${shape}-full`, `${shape}-sparse`, `${shape}-hostile`]));
  });

  it('no page is of an unknown shape', () => {
    const unknown = fixtures.filter(({ name }) => !shapes.includes(name.replace(/-[^-]*$/, '')));
    expect(
      unknown.map(({ name }) => `tests/fixtures/pages/${name}.html`),
      'name these after a site of `SITES` (utils/sites/index.ts), or add their site to it',
    ).toEqual([]);
  });
});

describe.each(fixtures)('$name', ({ name, html, url, now, expected }) => {
  it('reads as expected', () => {
    const page = readPage(inJsdom(html, url), url, now);
    const read = () => `Read from it:\n${JSON.stringify(page, null, 2)}\nPut what is right into ${name}.json`;
    expect(page, expected ? undefined : read()).toEqual(expected);
  });

  it('reads the same in another DOM', () => {
    expect(readPage(inHappyDom(html, url), url, now)).toEqual(expected);
  });

  it('is not changed by reading', () => {
    const document = inJsdom(html, url);
    const before = document.documentElement.outerHTML;
    readPage(document, url, now);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('has only https addresses and plain, bounded text', () => {
    const page = readPage(inJsdom(html, url), url, now);
    for (const post of [...page.posts, ...page.others]) {
      for (const address of [post.url, post.authorUrl, post.image]) {
        if (address !== undefined) expect(address).toMatch(/^https:\/\//);
      }
      expect(post.title).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u200b]/u);
      expect(post.title.length).toBeLessThanOrEqual(TITLE_LIMIT);
      expect(post.excerpt?.length ?? 0).toBeLessThanOrEqual(EXCERPT_LIMIT);
    }
    expect(structuredClone(page)).toEqual(page);
  });
});

/** The page with another name for every class and id. */
function renamed(html: string): string {
  const rename = (names: string) =>
    names.replace(/[^\s"]+/g, (name) => `x${name.length}${[...name].reverse().join('')}`);
  return html.replace(
    /\b(class|id)="([^"]*)"/g,
    (_all, attribute, names) => `${attribute}="${rename(names)}"`,
  );
}

describe('after a redesign that renames every class and id', () => {
  const lists = fixtures.filter(({ name }) => name.endsWith('-full') && !name.startsWith('article'));
  it.each(lists)(
    '$name still gives every post of its list, with title, date and excerpt',
    ({ html, url, now, expected }) => {
      const { posts, others } = readPage(inJsdom(renamed(html), url), url, now);
      const found = new Map([...others, ...posts].map((post) => [post.url, post]));
      for (const post of expected?.posts ?? []) {
        expect(found.get(post.url)).toMatchObject({
          title: post.title,
          ...(post.publishedAt && { publishedAt: post.publishedAt }),
          // Only precise rules can distinguish an author's line about himself from the excerpt.
          ...(post.excerpt && { excerpt: expect.stringContaining(post.excerpt) }),
        });
      }
    },
  );
});
