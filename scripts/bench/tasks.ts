import type { Page } from 'playwright-core';

/** Of the profiled time, the part spent in our script and everything it called. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  tdur?: number;
}

/**
 * The part of a Chromium trace that is read here (Trace Event Format); `tdur` in microseconds of the thread's CPU
 * time.
 */
const SIGN = 'bench: this thread';

/** A mark the page sets in the trace: identifies its process and main thread. */
export async function longestTask(page: Page, work: () => Promise<unknown>): Promise<number> {
  const browser = page.context().browser();
  if (!browser) throw new Error('this browser has no debugger');
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  await work();
  await page.evaluate((sign) => performance.mark(sign), SIGN);
  const trace = await browser.stopTracing();
  // Written by the browser.
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(trace.toString());
  const here = traceEvents.find(({ name }) => name === SIGN);
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name.endsWith('::RunTask') && pid === here?.pid && tid === here.tid,
  );
  if (tasks.length === 0) throw new Error('the trace shows no task of the page');
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000));
}
