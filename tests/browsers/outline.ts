import type { OnPage, WebPage } from './on-page';
import { until } from './until';

/** What a script of the page can find out about our overlay: the points of the window where it is hit. */
export function outlineOf(page: WebPage): Promise<string> {
  return page.evaluate((step) => {
    const rows: string[] = [];
    for (let y = 1; y < innerHeight; y += Number(step)) {
      let row = '';
      for (let x = 1; x < innerWidth; x += Number(step)) {
        row += document.elementFromPoint(x, y)?.parentElement === document.documentElement ? '1' : '0';
      }
      rows.push(row);
    }
    const { scrollWidth, scrollHeight } = document.documentElement;
    return [...rows, scrollWidth, scrollHeight].join('\n');
  }, '9');
}

/** Ways for a page to change its root or its body. */
export const ROOT_STYLES = [
  'zoom: 1.25',
  'zoom: 0.5',
  'zoom: 3',
  'transform: scale(0.8)',
  'transform: translate(40px, 30px)',
  'will-change: transform',
  'filter: grayscale(1)',
  'filter: invert(1) hue-rotate(180deg)',
  'perspective: 500px',
  'contain: layout paint',
  'container-type: inline-size',
  'margin: 30px; border: 9px solid; padding: 20px',
  'direction: rtl',
  'position: relative; left: 30px',
  'clip-path: inset(0)',
  'mix-blend-mode: multiply',
];

interface Places {
  /** The middle of a control's right edge, minus that of its title's left edge. */
  gap: number;
  drop: number;
  control: number;
  bar: { left: number; top: number; right: number; height: number };
}

/** The position of a control relative to its title, and of the bar in the window. */
async function placesOf(page: WebPage, ours: OnPage, index: number): Promise<Places> {
  const title = await page.evaluate((at) => {
    const range = document.createRange();
    const link = document.querySelectorAll('h2 a[href*="/archives/"]')[Number(at)];
    if (link) range.selectNodeContents(link);
    const { left, top, height } = range.getClientRects()[0] ?? new DOMRect();
    return { left, middle: top + height / 2 };
  }, String(index));
  return ours.ask(
    (root, text) => {
      const { at, left, middle } = JSON.parse(text);
      const control = root.querySelectorAll('.control')[at]?.getBoundingClientRect() ?? new DOMRect();
      const bar = root.querySelector('.bar')?.getBoundingClientRect() ?? new DOMRect();
      return {
        gap: left - control.right,
        drop: Math.abs(middle - control.top - control.height / 2),
        control: control.width,
        bar: { left: bar.left, top: bar.top, right: bar.right, height: bar.height },
      };
    },
    JSON.stringify({ at: index, ...title }),
  );
}

/**
 * Waits until a control is beside its title, at its own size, and the bar at the bottom of the window, one row
 * high.
 */
export async function standsWell(page: WebPage, ours: OnPage, what: string, index = 2): Promise<void> {
  let found: Places | undefined;
  const window = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }), '');
  await until(
    async () => {
      found = await placesOf(page, ours, index);
      const { gap, drop, control, bar } = found;
      const isBeside = gap >= 0 && gap <= 10 && drop < 3 && Math.abs(control - 20) < 0.5;
      const isAtFoot = Math.abs(bar.height - 36) < 0.5 && window.height - bar.top - 36 < 20;
      return isBeside && isAtFoot && bar.left >= 0 && bar.right <= window.width;
    },
    `our places with ${what}`,
    5000,
  ).catch((error) => {
    throw new Error(`${error} ${JSON.stringify({ found, window })}`);
  });
}
