import type { CDPSession, Page } from 'playwright-core';
import { until } from './until';

interface CdpNode {
  nodeId: number;
  backendNodeId: number;
  nodeName: string;
  shadowRoots?: CdpNode[];
  children?: CdpNode[];
}

/**
 * Our own controls on a web page, as a reader reaches them: they stand in a closed shadow root, which only the
 * browser's debugger sees into. Clicks and keys are real input.
 */
export class OnPage {
  private constructor(
    readonly page: Page,
    private readonly cdp: CDPSession,
  ) {}

  static async of(page: Page): Promise<OnPage> {
    return new OnPage(page, await page.context().newCDPSession(page));
  }

  /** How many elements the page has that are ours: one, or none. */
  hosts(): Promise<number> {
    return this.page.locator('caixin-clipper').count();
  }

  /** Runs a function on our shadow root and returns what it returns, as JSON. */
  async ask<T>(ask: (root: ShadowRoot, argument: string) => T, argument = ''): Promise<T> {
    const objectId = await this.#root();
    const { result, exceptionDetails } = await this.cdp.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: `function (argument) { return (${ask.toString()})(this, argument) }`,
      arguments: [{ value: argument }],
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async #root(): Promise<string> {
    const { root } = await this.cdp.send('DOM.getDocument', { depth: 2, pierce: true });
    const html = (root.children as CdpNode[] | undefined)?.find((node) => node.nodeName === 'HTML');
    const host = html?.children?.find((node) => node.nodeName === 'CAIXIN-CLIPPER');
    const shadow = host?.shadowRoots?.[0];
    if (!shadow) throw new Error('nothing of ours on the page');
    const { object } = await this.cdp.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
    if (!object.objectId) throw new Error('the shadow root has gone');
    return object.objectId;
  }

  text(selector: string): Promise<string> {
    return this.ask((root, found) => root.querySelector(found)?.textContent ?? '', selector);
  }

  /** What the bar says of this page: `本页 20 篇 · 已存 5 · 已选 3`. */
  counts(): Promise<string> {
    return this.text('.counts');
  }

  /** Words of every control, in page order. */
  controls(): Promise<{ label: string; checked: boolean; title: string; state: string }[]> {
    return this.ask((root) =>
      [...root.querySelectorAll<HTMLElement>('.control')].map((one) => ({
        label: one.ariaLabel ?? '',
        checked: one.ariaChecked === 'true',
        title: one.title,
        state: one.className,
      })),
    );
  }

  /** Clicks what a selector finds, number `index`, with the mouse. */
  async click(selector: string, index = 0, modifiers: ('Shift' | 'Control')[] = []): Promise<void> {
    const spot = await until(() => this.#spot(selector, index), `${selector} ${index} on the page`);
    for (const key of modifiers) await this.page.keyboard.down(key);
    await this.page.mouse.click(spot.x, spot.y);
    for (const key of modifiers) await this.page.keyboard.up(key);
  }

  async #spot(selector: string, index: number): Promise<{ x: number; y: number } | undefined> {
    const found = await this.ask((root, text) => {
      const [wanted = '', at = '0'] = text.split('\n');
      const element = root.querySelectorAll<HTMLElement>(wanted)[Number(at)];
      element?.scrollIntoView({ block: 'center' });
      const box = element?.getBoundingClientRect();
      return box?.width ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : undefined;
    }, `${selector}\n${index}`);
    return found ?? undefined;
  }

  /** Clicks a button of the bar by its words. */
  async press(words: string): Promise<void> {
    const find = (root: ShadowRoot, text: string) =>
      [...root.querySelectorAll('.bar button, .pill')].findIndex((one) => one.textContent === text);
    const index = await until(async () => (await this.ask(find, words)) + 1, `a button ${words}`);
    await this.click('.bar button, .pill', index - 1);
  }

  focus(selector: string): Promise<void> {
    return this.ask((root, found) => root.querySelector<HTMLElement>(found)?.focus(), selector);
  }
}
