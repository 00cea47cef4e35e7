import type { Page } from 'playwright-core';

/** Exports, and polls how much memory the page uses. */
export interface Opening {
  /** What a page of the extension measures of itself, in milliseconds since its document began. */
  firstRows: number;
  /** The list knows all its rows. */
  ready: number;
}

interface Watched {
  watched: { firstRows: Promise<number>; ready: Promise<number> };
}

/** The list knows how many rows it has. */
export async function watchOpening(page: Page, address: string, rows: number): Promise<Opening> {
  await page.addInitScript(watch, rows);
  await page.goto(address);
  return page.evaluate(async () => {
    // Opens a page, observed from its first script on, and returns when it showed what.
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

/** The pause between two keys, in milliseconds: that of a fast typist, twelve keys a second. */
export async function typeWords(page: Page, words: string[]): Promise<number[]> {
  return page.evaluate(
    async ([all, pause]) => {
      const field = document.querySelector<HTMLInputElement>('[data-library] input[type=search]');
      if (!field) throw new Error('no field to type into');
      const painted: number[] = [];
      /**
       * Types words into the filter character by character, and returns for each, in milliseconds, the time until
       * the frame that shows the rows it finds is painted.
       */
      const frame = () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => scheduler.postTask(resolve, { priority: 'user-blocking' }));
        });
      /** The first task after the frame, before any others that are waiting. */
      const isShown = () => !document.querySelector('[data-library] li[aria-busy]');
      const put = async (text: string) => {
        const start = performance.now();
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        // All visible rows have their entries.
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

/** Bytes of the page's heap in use after a garbage collection, including typed arrays. */
export async function scrollAbout(page: Page): Promise<void> {
  await page.mouse.move(200, 500);
  for (let n = 0; n < 60; n++) {
    await page.mouse.wheel(0, n % 20 < 14 ? 3000 : -2500);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}
