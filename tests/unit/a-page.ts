import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { JSDOM } from 'jsdom';
import type { Page } from '../../utils/sites/site';

const FOLDER = 'tests/fixtures/pages';

/** When a fixture is read that does not name its day. */
export const NOW = new Date('2026-08-09T12:00:00+08:00');

/** A page modelled on a real one: its structure, titles, dates and links, with other text. */
export interface PageFixture {
  name: string;
  url: URL;
  html: string;
  /** When it is read. */
  now: Date;
  /** Undefined as long as there is no NAME.json. */
  expected: Page | undefined;
}

/** Every page in the folder; its first line has its address, and the day on which it was seen if that is after `NOW`. */
export function pageFixtures(): PageFixture[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const name = file.slice(0, -'.html'.length);
      const html = readFileSync(`${FOLDER}/${file}`, 'utf8');
      const [, address, day] = /^<!-- (https?:\S+)(?: (\d{4}-\d\d-\d\d))? -->\n/.exec(html) ?? [];
      if (!address)
        throw new Error(
          `${file}: the first line must be <!-- https://… --> or <!-- https://… 2026-11-30 -->`,
        );
      const json = `${FOLDER}/${name}.json`;
      const expected: Page | undefined = existsSync(json)
        ? JSON.parse(readFileSync(json, 'utf8'))
        : undefined;
      const now = day ? new Date(`${day}T12:00:00+08:00`) : NOW;
      return { name, url: new URL(address), html, now, expected };
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
