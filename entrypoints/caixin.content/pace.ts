/** After work, we rest that many times as long: that leaves us under 2 % of the main thread, and as much again for what follows from it. */
const REST = 60;

/** Shortest rest, in milliseconds: Firefox rounds the clock to whole ones. */
const LEAST = 200;

/** Longest wait for a frame, in milliseconds: a page that is not painted gets none. */
const LONGEST = 250;

/** Until when we rest, by `performance.now()`; shared by all work that a page can cause. */
let rest = 0;

export interface Paced {
  /** Requests the work: done once, soon or after the rest; not while the page is hidden. */
  ask(): void;
  /** Does it now, even while hidden, but not during the rest. */
  flush(): void;
}

/** Limits work that a page can cause as often as it likes to a share of its main thread. */
export function paced(work: () => void, signal: AbortSignal): Paced {
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    timer = undefined;
  };
  const isOff = () => document.hidden || signal.aborted;
  const run = () => {
    stop();
    const start = performance.now();
    work();
    const end = performance.now();
    rest = end + Math.max(LEAST, REST * (end - start));
  };
  const due = () => (isOff() ? stop() : run());
  const ask = () => {
    if (timer || isOff()) return;
    const wait = rest - performance.now();
    if (wait <= 0) frame = requestAnimationFrame(due);
    timer = setTimeout(wait > 0 ? again : due, wait > 0 ? wait : LONGEST);
  };
  const again = () => {
    stop();
    ask();
  };
  return { ask, flush: () => rest <= performance.now() && run() };
}

/** Ends the rest: the next work is caused by the reader or the browser, not by the page. */
export function endRest(): void {
  rest = 0;
}
