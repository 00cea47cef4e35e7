import { appendFile, cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { unpacked } from '../../scripts/package';
import type { WebPage } from './on-page';
import { until } from './until';

/** The result of a call: its value, or why it failed. */
export interface Outcome {
  value?: unknown;
  failed?: string;
}

/**
 * The world of our content script in a page, as an attacker who controls it would use it: everything the script
 * could call, by its name in the extension's API or else in the page's. `heard` returns what `listen` has received.
 */
export interface World {
  call(name: string, ...args: unknown[]): Promise<Outcome>;
}

/** Runs in that world. */
async function callByName(name: string, args: unknown[]): Promise<Outcome> {
  const here = globalThis as unknown as Record<string, unknown> & { heard?: unknown[]; chrome?: unknown };
  const browser = here.browser as { runtime?: { id?: string } } | undefined;
  const api = (browser?.runtime?.id ? browser : here.chrome) as Record<string, unknown>;
  try {
    if (name === 'heard') return { value: here.heard ?? [] };
    if (name === 'listen') {
      here.heard = [];
      const hear = (...all: unknown[]) => here.heard?.push(all);
      for (const channel of args)
        new BroadcastChannel(String(channel)).onmessage = ({ data }) => hear(channel, data);
      (api.storage as { onChanged: { addListener(l: typeof hear): void } }).onChanged.addListener(hear);
      return {};
    }
    let owner: unknown = here;
    let found: unknown = name.split('.')[0] === 'runtime' || name.startsWith('storage.') ? api : here;
    for (const part of name.split('.'))
      [owner, found] = [found, (found as Record<string, unknown> | undefined)?.[part]];
    if (typeof found !== 'function') return { failed: 'no such function' };
    return { value: await found.apply(owner, args) };
  } catch (error) {
    return { failed: String(error) };
  }
}

/** That world in a page of Chromium, through its debugger. */
export async function worldInChromium(page: Page, extension: string): Promise<World> {
  const cdp = await page.context().newCDPSession(page);
  const worlds: { id: number; origin: string }[] = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  cdp.on('Runtime.executionContextsCleared', () => worlds.splice(0));
  await cdp.send('Runtime.enable');
  return {
    async call(name, ...args) {
      const world = await until(
        () => worlds.find(({ origin }) => origin === `chrome-extension://${extension}`),
        'the world of our content script',
      );
      const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
        contextId: world.id,
        expression: `(${callByName})(${JSON.stringify(name)}, ${JSON.stringify(args)})`,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
  };
}

/** A copy of the packed extension for Firefox whose content script executes what a page tells it. */
export async function takenOverFirefox(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'taken-over-'));
  await cp(unpacked('firefox'), folder, { recursive: true });
  const obey = `;(() => {
    // A helper that the tests' bundler puts into functions.
    const __name = (one) => one;
    document.addEventListener('taken-over', async ({ detail }) => {
      const [id, name, args] = JSON.parse(detail);
      const outcome = await (${callByName})(name, args);
      document.documentElement.setAttribute(id, JSON.stringify(outcome));
    });
  })();`;
  await appendFile(join(folder, 'content-scripts/caixin.js'), obey);
  return folder;
}

/** That world in a page of Firefox that has the copy. */
export function worldInFirefox(page: WebPage): World {
  let count = 0;
  return {
    async call(name, ...args) {
      const id = `outcome-${count++}`;
      await page.evaluate(
        (detail) => {
          document.dispatchEvent(new CustomEvent('taken-over', { detail }));
        },
        JSON.stringify([id, name, args]),
      );
      const text = await until(
        () => page.evaluate((name) => document.documentElement.getAttribute(name), id),
        `what came of ${name}`,
      );
      return JSON.parse(text);
    },
  };
}
