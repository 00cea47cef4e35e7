import type { OnPage, WebPage } from '../browsers/on-page';
import { until } from '../browsers/until';
import { WORDS } from './words';

/** Ways for a page to replace its whole document by script. Each is run with the list's HTML. */
export const REWRITES: Record<string, (html: string) => void> = {
  'document.open and write': (html) => {
    document.open();
    document.write(html);
    document.close();
  },
  'document.write after it was loaded': (html) => {
    document.write(html);
    document.close();
  },
  'a new root in the place of the old': (html) => {
    const { documentElement } = new DOMParser().parseFromString(html, 'text/html');
    document.replaceChild(document.adoptNode(documentElement), document.documentElement);
  },
  'a root that replaces itself': (html) => {
    const { documentElement } = new DOMParser().parseFromString(html, 'text/html');
    document.documentElement.replaceWith(document.adoptNode(documentElement));
  },
  'a root taken out and put in later': (html) => {
    const { documentElement } = new DOMParser().parseFromString(html, 'text/html');
    document.documentElement.remove();
    setTimeout(() => document.append(document.adoptNode(documentElement)), 300);
  },
  'everything in the root': (html) => {
    document.documentElement.innerHTML = html;
  },
  'another body': (html) => {
    document.body = document.adoptNode(new DOMParser().parseFromString(html, 'text/html').body);
  },
  'everything in the body': (html) => {
    document.body.innerHTML = new DOMParser().parseFromString(html, 'text/html').body.innerHTML;
  },
  'another body at another address': (html) => {
    history.pushState({}, '', '?swapped');
    document.body.replaceWith(document.adoptNode(new DOMParser().parseFromString(html, 'text/html').body));
  },
};

const { counts } = WORDS.zh_CN;

/** What a page that listens to everything has heard from our controls. */
type Listening = { heard?: string[] };

/**
 * The page is replaced by itself: its controls are there again and save, and the page hears nothing of it.
 * @param early the page listens from the first script of what is written, not only afterwards
 */
export async function rewritten(
  { page, ours }: { page: WebPage; ours: OnPage },
  name: string,
  early = false,
): Promise<void> {
  await ours.countsAre(counts(20, 0, 0));
  const run = REWRITES[name];
  if (!run) throw new Error(`no rewriting ${name}`);
  const html = await page.evaluate(async () => (await fetch(location.href)).text(), '');
  const script = `<script>(${listen.toString()})()</script>`;
  await page.evaluate(run, early ? html.replace('<head>', `<head>${script}`) : html);
  await until(() => page.evaluate(() => document.body?.innerText.length > 1000, ''), 'what was written');
  if (!early) await page.evaluate(listen, '');
  await ours.ready();
  await ours.countsAre(counts(20, 0, 0));
  await ours.click('.control', 1);
  await ours.tag('秘密');
  await ours.press('保存 1');
  await ours.countsAre(counts(20, 1, 0));
  const heard = await page.evaluate(() => (window as Listening).heard ?? ['nobody listened'], '');
  if (heard.length > 0) throw new Error(`the page heard ${heard.join(', ')}`);
}

/** Runs in the page. */
function listen(): void {
  const heard: string[] = [];
  Object.assign(window, { heard });
  for (const type of ['click', 'mousedown', 'pointerdown', 'keydown', 'keyup', 'beforeinput', 'input']) {
    const hear = (event: Event) => {
      heard.push(type);
      event.stopImmediatePropagation();
    };
    window.addEventListener(type, hear, true);
    document.addEventListener(type, hear, true);
  }
}
