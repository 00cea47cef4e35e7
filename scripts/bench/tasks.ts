import type { Page } from 'playwright-core';

/** As much of a trace of Chromium as is read here (Trace Event Format); `tdur` in microseconds of the thread's own time. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  tdur?: number;
}

/** Left in the trace by the page: its process and main thread. */
const SIGN = 'bench: this thread';

/**
 * Does something with a page, and gives the longest task that ran on its main thread meanwhile, in milliseconds of the
 * processor: what else the machine does at the same time is no part of it.
 */
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
