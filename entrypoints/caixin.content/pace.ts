/** After work, the main thread is the page's alone for that many times as long: ours is at most 4 % of it. */
const REST = 25;

/** Shortest rest, in milliseconds: Firefox rounds the clock to whole ones. */
const LEAST = 100;

/** Longest wait for a frame, in milliseconds: a page that nobody paints gets none. */
const LONGEST = 250;

/** Until when the main thread is the page's, by `performance.now()`: one for all work that a page can cause. */
let rest = 0;

export interface Paced {
  /** Asks for the work: it is done once, soon after a quiet time, else after a rest; out of sight not at all. */
  ask(): void;
  /** Does it now, out of sight too; not while it rests. */
  flush(): void;
}

/** Work that a page can cause as often as it likes, held to a share of its main thread. */
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

/** Ends the rest: what comes next is the doing of the reader or the browser, not of the page. */
export function endRest(): void {
  rest = 0;
}
