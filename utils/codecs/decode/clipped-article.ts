import { isSyntax } from '../../domain/title';
import { canonicalUrl } from '../../domain/url';
import { bareName, roleOf } from '../roles/role-names';

/** Where an article says it is from: `来源: https://…`, `原文地址 [words](https://…)`, `[原文链接](https://…)`. */
const SOURCE =
  /(?:原文地址|原文链接|原文网址|原文|来源|来源链接|来源地址|出处|网址|链接|原文連結|來源|source|original|url|link|via|from)[*_]{0,2}(?:\]\(<?|\s{0,3}[:：]?[*_]{0,2}\s{0,3}<?(?:\[[^\]]{0,500}\]\(<?)?)(https?:\/\/[^\s<>()[\]]{1,4096})/gi;

/** One thing that is said of it: `> 作者: 林夏`, `**作者**：林夏`. */
const SAID = /^[>\s*_-]{0,10}([^:：*\s][^:：*]{0,20})[*_]{0,2}\s?[:：][*_]{0,2}\s{0,5}(\S.{0,2000})$/;

/** What clippers write and lists do not: where the original is, or a quotation above the text. */
const PLAINLY = /原文|转码|^>/;

const HEADING = /^# (.{1,500})$/;

/** A line of a list of links, and a heading that is one, as in our own file. */
const LISTED =
  /^\s{0,20}(?:[-*+]|\d{1,3}[.)])\s{1,5}(?:\[[ xX]\]\s)?<?(?:https?:\/\/|\[.{0,500}\]\(<?https?:)/;
const LINKED_HEADING = /^#{1,6} \[.{0,500}\]\(https?:/;

/** How many lines at its beginning may say something of an article. */
const HEAD = 20;

/**
 * What an article kept as Markdown says of itself: its heading, and near the top the one line that says where it is
 * from, as 简悦 and many clippers write it. Undefined where a text is a list of links.
 */
export function clippedArticle(text: string): Record<string, unknown> | undefined {
  const lines = text.slice(0, 65_536).split(/\r?\n/);
  const head = lines.filter((line) => line.trim()).slice(0, HEAD);
  const title = head.map((line) => HEADING.exec(line)?.[1]?.trim()).find(Boolean);
  if (!title || isSyntax(title)) return undefined;
  const isPlain = head.some((line) => PLAINLY.test(line) && sourcesIn(line).length);
  const isList =
    lines.some((line) => LINKED_HEADING.test(line)) ||
    (!isPlain && lines.filter((line) => LISTED.test(line)).length > 1);
  const sources = lines.flatMap((line) => sourcesIn(line));
  const [url] = head.flatMap(sourcesIn);
  if (isList || sources.length !== 1 || !url) return undefined;
  return { ...saidIn(head), title, url };
}

function sourcesIn(line: string): string[] {
  return [...line.slice(0, 5_000).matchAll(SOURCE)].flatMap(([, url = '']) =>
    canonicalUrl(url) ? [url] : [],
  );
}

function saidIn(head: string[]): Record<string, unknown> {
  const pairs = head.flatMap((line): [string, string][] => {
    const [, name = '', value = ''] = SAID.exec(line) ?? [];
    const role = roleOf(name)?.role;
    return role && role !== 'url' && role !== 'title' ? [[bareName(name), value.trim()]] : [];
  });
  return Object.fromEntries(pairs);
}
