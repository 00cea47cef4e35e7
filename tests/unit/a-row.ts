import { JSDOM } from 'jsdom';
import { type Dom, domOf } from '../../utils/sites/dom';
import { findLinks } from '../../utils/sites/links';
import { readRows, rowReading } from '../../utils/sites/read-list';
import type { RowPost } from '../../utils/sites/row-post';
import type { RowRules } from '../../utils/sites/site';

const NOW = new Date('2026-11-27T04:00:00Z');
export const HOME = new URL('https://somebody.blog.caixin.com/');
export const { document } = new JSDOM('').window;
export const TITLE = '<h3><a href="/archives/1">题目在此</a></h3>';

const whole = (dom: Dom, rules: RowRules) => {
  const links = findLinks(dom, HOME);
  const reading = { ...rowReading(dom, HOME, NOW, links), rules };
  return readRows(reading, links.posts, new Set([document.body])).rows;
};

/** The first row of a document, as it stands. */
export function again(rules: RowRules = {}): RowPost | undefined {
  const dom = domOf(document);
  return dom && whole(dom, rules)[0];
}

/** A row of this markup. */
export function row(markup: string, rules: RowRules = {}): RowPost | undefined {
  document.body.innerHTML = `<div>${markup}</div>`;
  return again(rules);
}

/** What a row with a title and this markup has beside the title. */
export function beside(markup: string, rules?: RowRules): object {
  const { url, title, ...rest } = row(TITLE + markup, rules)?.post ?? {};
  return rest;
}
