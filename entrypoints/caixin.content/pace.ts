/** Each millisecond of work is earned by that many: that leaves us under 2 % of the main thread, and as much again for what follows from it. */
const PRICE = 60;

/** Least that work is counted as, in milliseconds: Firefox rounds the clock to whole ones. */
const LEAST = 3;

/** Most work that can be saved up, in milliseconds: a page that rests is followed at once. */
const MOST = 40;

/** A reader who acts gets work done once in that many times its cost, whatever the page has caused before. */
const READERS_PRICE = 20;

/** Longest wait for a frame, in milliseconds: a page that is not painted gets none. */
const LONGEST = 250;

/** Work that is allowed at `at`, in milliseconds, by `performance.now()`; less than 0: it must be earned first. Shared by all. */
let allowed = MOST;
let at = 0;

/** What the last work cost, and when it ended. */
let cost = 0;
let end = 0;

/** Whether the next work is not counted: the page has not caused it. The first one never. */
let isFree = true;

/** How long to wait until work is allowed, in milliseconds. */
function wait(): number {
  const now = performance.now();
  allowed = Math.min(MOST, allowed + (now - at) / PRICE);
  at = now;
  return -allowed * PRICE;
}

export interface Paced {
  /** Requests the work: done once, soon or when it is allowed; not while the page is hidden. */
  ask(): void;
  /** Does it now, even while hidden, if it is allowed. */
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
    waiting.delete(again);
  };
  const isOff = () => document.hidden || signal.aborted;
  const run = () => {
    stop();
    const start = performance.now();
    work();
    end = performance.now();
    cost = Math.max(LEAST, end - start);
    wait();
    if (!isFree) allowed -= cost;
    isFree = false;
  };
  const due = () => (isOff() ? stop() : run());
  const ask = () => {
    if (timer || isOff()) return;
    const left = wait();
    if (left > 0) waiting.add(again);
    else frame = requestAnimationFrame(due);
    timer = setTimeout(left > 0 ? again : due, left > 0 ? left : LONGEST);
  };
  const again = () => {
    stop();
    ask();
  };
  return { ask, flush: () => wait() <= 0 && run() };
}

/** What waits until it is allowed. */
const waiting = new Set<() => void>();

/** Allows work at once, and does not count the next: the browser causes it, not the page. */
export function endRest(): void {
  isFree = true;
  allow();
}

function allow(): void {
  if (wait() <= 0) return;
  allowed = 0;
  for (const again of [...waiting]) again();
}

/** Allows work for a reader who acts: what they do may show more posts. */
export function endRestForReader(): void {
  if (performance.now() - end > READERS_PRICE * cost) allow();
}
