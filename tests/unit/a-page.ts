import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { JSDOM } from 'jsdom';
import type { Page } from '../../utils/sites/site';

const FOLDER = 'tests/fixtures/pages';

/** The day on which all fixtures are read. */
export const NOW = new Date('2026-08-09T12:00:00+08:00');

/** A page modelled on a real one: its structure, titles, dates and links, with other text. */
export interface PageFixture {
  name: string;
  url: URL;
  html: string;
  expected: Page;
}

/** Every page in the folder; its address is in its first line. */
export function pageFixtures(): PageFixture[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const name = file.slice(0, -'.html'.length);
      const html = readFileSync(`${FOLDER}/${file}`, 'utf8');
      const [, address] = /^<!-- (https?:\S+) -->\n/.exec(html) ?? [];
      if (!address) throw new Error(`${file}: the first line must be <!-- https://… -->`);
      const json = `${FOLDER}/${name}.json`;
      // Without one the test shows what is read from the page.
      const expected: Page = existsSync(json) ? JSON.parse(readFileSync(json, 'utf8')) : { posts: [] };
      return { name, url: new URL(address), html, expected };
    });
}

/** A document of jsdom, with no script run and nothing loaded. */
export function inJsdom(html: string, url: URL): Document {
  return new JSDOM(html, { url: url.href }).window.document;
}

/** A document of happy-dom. */
export function inHappyDom(html: string, url: URL): Document {
  const window = new Window({ url: url.href, settings: { disableJavaScriptEvaluation: true } });
  window.document.write(html);
  // From another library, but of the same standard.
  return window.document as unknown as Document;
}
