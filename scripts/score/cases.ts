import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import type { Post } from '../../utils/domain/entry';

/** A page and what a person reads on it. */
export interface PageCase {
  name: string;
  url: URL;
  now: Date;
  html: string;
  kind?: string;
  /** The posts of the list in order; only the fields named are compared, and a date that is not named must not be read. */
  posts: Partial<Post>[];
  /** Whether an excerpt that is not named must not be read either. */
  complete: boolean;
  /** Whether posts that stand beside the list count too: what a page shows, wherever it stands. */
  anywhere: boolean;
}

interface Written {
  url?: string;
  now?: string;
  why?: string;
  posts?: Partial<Post>[];
  expected?: { kind?: string; posts: Partial<Post>[] };
  kind?: string;
}

/** The moment at which a case that names none is read, by the folder it stands in. */
const MOMENTS: [RegExp, string][] = [
  [/captures|fixtures\/pages/, '2026-08-09T12:00:00+08:00'],
  [/./, '2026-11-23T12:00:00+08:00'],
];

/**
 * The cases of a folder: NAME.json beside NAME.html, or beside any number of NAME.KIND.html. The posts stand in `posts` or in
 * `expected.posts`, the address and the day in `url` and `now`, or in the first line of the page.
 */
export function casesIn(folder: string): PageCase[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .sort()
    .flatMap((file) => {
      const name = file.slice(0, -'.html'.length);
      const json = [name, name.replace(/\.[^.]+$/, '')].find((one) => existsSync(`${folder}/${one}.json`));
      return json === undefined ? [] : [caseOf(folder, name, json)];
    });
}

function caseOf(folder: string, name: string, json: string): PageCase {
  const written: Written = JSON.parse(readFileSync(`${folder}/${json}.json`, 'utf8'));
  const html = readFileSync(`${folder}/${name}.html`, 'utf8');
  const [, first, day] = /^<!-- (https?:\S+)(?: (\d{4}-\d\d-\d\d))? -->\n/.exec(html) ?? [];
  const address = written.url ?? first;
  if (!address) throw new Error(`${folder}/${json}.json names no address`);
  const seen = day && `${day}T12:00:00+08:00`;
  const moment = written.now ?? seen ?? MOMENTS.find(([where]) => where.test(folder))?.[1] ?? '';
  const kind = written.expected?.kind ?? written.kind;
  return {
    name,
    url: new URL(address),
    now: new Date(moment),
    html,
    ...(kind && { kind }),
    posts: written.expected?.posts ?? written.posts ?? [],
    complete: written.expected === undefined,
    anywhere: written.expected === undefined && written.why === undefined && !('kind' in written),
  };
}

/** The document of a case. Scripts run only where a page makes a shadow root of its own. */
export function documentOf({ html, url }: Pick<PageCase, 'html' | 'url'>): Document {
  const options = html.includes('attachShadow') ? ({ runScripts: 'dangerously' } as const) : {};
  return new JSDOM(html, { url: url.href, ...options }).window.document;
}
