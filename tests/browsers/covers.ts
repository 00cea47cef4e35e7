import type { OnPage, WebPage } from './on-page';
import { until } from './until';

/** Defined on the page by `withCover`: a popover over the whole window that lets clicks through. */
declare function cover(parent: Node, style?: string): HTMLElement;

/** Covers that let clicks through to our bar; each function runs in the page. */
export const COVERS: Record<string, () => void> = {
  'a layer in the top layer': () => cover(document.body),
  'a layer in the top layer that is nearly transparent': () => cover(document.body, 'opacity: 0.02'),
  'a layer that blends into what it covers': () => cover(document.body, 'mix-blend-mode: difference'),
  'a layer whose opacity is animated': () =>
    cover(document.body).animate({ opacity: [0.1, 1] }, { duration: 400, iterations: 1e6 }),
  'a layer in a closed root': () => {
    const host = document.body.appendChild(document.createElement('div'));
    cover(host.attachShadow({ mode: 'closed' }));
  },
  'a frame in the top layer': () =>
    void cover(document.body)
      .appendChild(document.createElement('iframe'))
      .setAttribute('style', 'width:100%'),
  'a picture of a transition': () => {
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent =
      '::view-transition { pointer-events: none } ::view-transition-group(root) { animation-duration: 60s }';
    document.startViewTransition(() => document.body.append('…'));
  },
};

/** Gives a page the function that creates a cover. */
export function withCover(page: WebPage): Promise<void> {
  return page.evaluate(() => {
    const lay = (parent: Node, style = '') => {
      const layer = parent.appendChild(document.createElement('div'));
      layer.popover = 'manual';
      layer.style.cssText = `position:fixed;inset:0;width:100vw;height:100vh;border:0;background:#fff;pointer-events:none;${style}`;
      layer.showPopover();
      return layer;
    };
    Object.assign(window, { cover: lay });
  }, '');
}

/** The message of the bar when it refused a press because it was not really visible. */
export const REFUSED = '这里刚被别的东西遮住或移动过，所以没有执行。请再按一次。';

/** Presses again while the press is refused: our controls must have been visible for a while. */
export async function insist(ours: OnPage, press: () => Promise<void>, wanted: string): Promise<void> {
  const isDone = async () => (await ours.counts()) === wanted;
  await until(
    async () => {
      await press();
      return until(isDone, 'what a press does', 1500);
    },
    `the counts ${wanted}`,
    20_000,
  );
}
