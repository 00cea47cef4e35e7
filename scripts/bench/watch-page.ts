import type { Page } from 'playwright-core';

/** What a page of the extension tells about itself, in milliseconds since its document began. */
export interface Opening {
  /** The first row with a title. */
  firstRows: number;
  /** The list knows all its rows. */
  ready: number;
}

interface Watched {
  watched: { firstRows: Promise<number>; ready: Promise<number> };
}

/** Opens a page, watched from its first script on, and gives when it showed what. */
export async function watchOpening(page: Page, address: string, rows: number): Promise<Opening> {
  await page.addInitScript(watch, rows);
  await page.goto(address);
  return page.evaluate(async () => {
    // Left in the page by `watch`.
    const { firstRows, ready } = (globalThis as unknown as Watched).watched;
    return { firstRows: await firstRows, ready: await ready };
  });
}

function watch(rows: number): void {
  const first = Promise.withResolvers<number>();
  const all = Promise.withResolvers<number>();
  new MutationObserver((_records, observer) => {
    if (document.querySelector('[data-row] a')) first.resolve(performance.now());
    if (!document.querySelector(`[aria-setsize="${rows}"]`)) return;
    all.resolve(performance.now());
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true, attributes: true });
  Object.assign(globalThis, { watched: { firstRows: first.promise, ready: all.promise } });
}

/** Between two keys, in milliseconds: a fast typist's, twelve keys a second. */
const TYPIST = 80;

/**
 * Types words into the filter sign by sign, and gives for each sign, in milliseconds, the time until the frame that shows
 * the rows it finds is painted.
 */
export async function typeWords(page: Page, words: string[]): Promise<number[]> {
  return page.evaluate(
    async ([all, pause]) => {
      const field = document.querySelector<HTMLInputElement>('[data-library] input[type=search]');
      if (!field) throw new Error('no field to type into');
      const painted: number[] = [];
      /** The next task after the frame, before any other that waits. */
      const frame = () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => scheduler.postTask(resolve, { priority: 'user-blocking' }));
        });
      /** All rows in sight have their entries. */
      const isShown = () => !document.querySelector('[data-library] li[aria-busy]');
      const put = async (text: string) => {
        const start = performance.now();
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        // Signals are rendered in a microtask of their own.
        await Promise.resolve();
        await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
        while (!isShown()) await new Promise((resolve) => setTimeout(resolve));
        await frame();
        painted.push(performance.now() - start);
        await new Promise((resolve) => setTimeout(resolve, pause));
      };
      for (const word of all) {
        for (let end = 1; end <= word.length; end++) await put(word.slice(0, end));
        await put('');
      }
      return painted;
    },
    [words, TYPIST] as const,
  );
}

/** Bytes of the page's heap in use after a collection, typed arrays and the like with it. */
export async function memoryOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const usage: Record<string, number> = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return (usage.usedSize ?? 0) + (usage.backingStorageSize ?? 0);
}

/** Scrolls through the list by the wheel, fast, back and forth. */
export async function scrollAbout(page: Page): Promise<void> {
  await page.mouse.move(200, 500);
  for (let n = 0; n < 60; n++) {
    await page.mouse.wheel(0, n % 20 < 14 ? 3000 : -2500);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}
