import { Chromium } from '../../tests/browsers/chromium';
import type { OnPage } from '../../tests/browsers/on-page';
import { until } from '../../tests/browsers/until';
import { LIST } from '../../tests/story/story';
import type { Figures } from './figures';

const ROUNDS = 15;

/** How soon a save made in one tab shows in another, and in an open panel: from the click to the painted words. */
export async function benchMarks(replica: number, figures: Figures): Promise<void> {
  const browser = await Chromium.launch({ replica });
  try {
    const [first, second] = [await browser.list(LIST), await browser.list(LIST)];
    const panel = await browser.panel();
    await first.page.bringToFront();
    const tabs: number[] = [];
    const panels: number[] = [];
    for (let n = 0; n < ROUNDS; n++) {
      await first.ours.click('.control', n);
      await first.ours.ask(noteClick);
      await second.ours.ask(noteCounts);
      await panel.evaluate(noteLibrary);
      await first.ours.press('保存 1');
      const clicked = await noted(first.ours);
      tabs.push((await noted(second.ours)) - clicked);
      const changedAt = await until(() => panel.evaluate(() => document.body.dataset.changedAt), 'the panel');
      panels.push(Number(changedAt) - clicked);
    }
    figures.time('a save in one tab, shown in another', tabs, 200);
    figures.time('a save in one tab, shown in the panel', panels, 200);
  } finally {
    await browser.close();
  }
}

/** Epoch milliseconds of what was noted last; waits for it. */
async function noted(ours: OnPage): Promise<number> {
  const read = (root: ShadowRoot) => (root as ShadowRoot & { notedAt?: number }).notedAt;
  return until(() => ours.ask(read), 'what was to be noted');
}

function noteClick(root: ShadowRoot): void {
  const noting: ShadowRoot & { notedAt?: number } = root;
  delete noting.notedAt;
  const note = () => {
    noting.notedAt = Date.now();
  };
  root.querySelector('.primary')?.addEventListener('click', note, { once: true, capture: true });
}

function noteCounts(root: ShadowRoot): void {
  const noting: ShadowRoot & { notedAt?: number } = root;
  delete noting.notedAt;
  const counts = root.querySelector('.counts');
  const saved = counts?.textContent?.match(/已存 \d+/)?.[0];
  const observer = new MutationObserver(() => {
    if (counts?.textContent?.match(/已存 \d+/)?.[0] === saved) return;
    observer.disconnect();
    noting.notedAt = Date.now();
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
