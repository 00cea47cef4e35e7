import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { OnPage } from './on-page';

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with a page, one line each; empty if nothing. */
export async function violations(page: Page): Promise<string[]> {
  // Evaluated, not loaded: the pages of the extension load no external script.
  await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.html.slice(0, 160)}`),
    );
  }, RULES);
}

/** The same for our controls on a web page: axe cannot see into a closed root, so it gets a copy in an open one. */
export async function violationsOnPage(ours: OnPage, scratch: Page): Promise<string[]> {
  const html = await ours.ask((root) => root.innerHTML);
  await scratch.evaluate((copy) => {
    document.documentElement.lang = 'zh-CN';
    document.title = 'copy';
    document.body.innerHTML = '<main><h1>copy</h1><div id="host"></div></main>';
    const host = document.querySelector('#host');
    if (host) host.attachShadow({ mode: 'open' }).innerHTML = copy;
  }, html);
  return violations(scratch);
}
