import { Chromium } from '../../tests/browsers/chromium';
import type { OnPage } from '../../tests/browsers/on-page';
import { until } from '../../tests/browsers/until';
import { LIST } from '../../tests/story/story';
import type { Figures } from './figures';

const ROUNDS = 15;

/** In milliseconds of CPU time. */
export async function benchMarks(replica: number, figures: Figures): Promise<void> {
  const browser = await Chromium.launch({ replica });
  try {
    const [first, second] = [await browser.list(LIST), await browser.list(LIST)];
    const panel = await browser.panel();
    await first.page.bringToFront();
    const times = { own: [] as number[], tab: [] as number[], panel: [] as number[] };
    for (let n = 0; n < ROUNDS; n++) {
      await first.ours.click('.control', n);
      await first.ours.ask(noteClick);
      for (const { ours } of [first, second]) await ours.ask(noteCounts);
      await panel.evaluate(noteLibrary);
      await first.ours.press('保存 1');
      const clicked = await noted(first.ours, 'clickedAt');
      times.own.push((await noted(first.ours, 'shownAt')) - clicked);
      times.tab.push((await noted(second.ours, 'shownAt')) - clicked);
      const changedAt = await until(() => panel.evaluate(() => document.body.dataset.changedAt), 'the panel');
      times.panel.push(Number(changedAt) - clicked);
    }
    figures.time('a save shown in its tab', times.own);
    figures.pair('a save shown in another tab, against in its own', times.tab, times.own, 3);
    figures.pair('a save shown in the panel, against in its tab', times.panel, times.own, 3);
  } finally {
    await browser.close();
  }
}

/**
 * How soon a save in one tab shows in another tab and in an open panel, compared with the tab itself: from the
 * click to the text.
 */
interface Notes {
  clickedAt?: number;
  shownAt?: number;
}

/** Waits for it. */
async function noted(ours: OnPage, what: keyof Notes): Promise<number> {
  const read = (root: ShadowRoot & Notes) => JSON.stringify([root.clickedAt, root.shownAt]);
  return until(async () => JSON.parse(await ours.ask(read))[what === 'clickedAt' ? 0 : 1], what);
}

function noteClick(root: ShadowRoot & Notes): void {
  delete root.clickedAt;
  const note = () => {
    root.clickedAt = Date.now();
  };
  root.querySelector('.primary')?.addEventListener('click', note, { once: true, capture: true });
}

function noteCounts(root: ShadowRoot & Notes): void {
  delete root.shownAt;
  const counts = root.querySelector('.counts');
  const saved = counts?.textContent?.match(/已存 \d+/)?.[0];
  const observer = new MutationObserver(() => {
    if (counts?.textContent?.match(/已存 \d+/)?.[0] === saved) return;
    observer.disconnect();
    root.shownAt = Date.now();
  });
  if (counts) observer.observe(counts, { childList: true, characterData: true, subtree: true });
}

function noteLibrary(): void {
  delete document.body.dataset.changedAt;
  const tab = document.querySelector('#tab-library');
  const before = tab?.textContent;
  const observer = new MutationObserver(() => {
    if (document.querySelector('#tab-library')?.textContent === before) return;
    observer.disconnect();
    document.body.dataset.changedAt = String(Date.now());
  });
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
}
