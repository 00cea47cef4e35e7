import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** The sender of a message, as a browser reports it. */
export interface ASender {
  id?: string;
  frameId?: number;
  url?: string;
  documentId?: string;
  documentLifecycle?: string;
  tab?: { id: number };
}

/** Our content script in tab 7, on a list of Caixin. */
export function aContentScript(more: Partial<ASender> = {}): ASender {
  const url = 'https://yanjiawei.blog.caixin.com/usercategory/1832';
  return { id: fakeBrowser.runtime.id, frameId: 0, url, tab: { id: 7 }, ...more };
}

/**
 * Passes a message to every listener as Chrome does, as JSON; resolves to the reply, `undefined` if nobody answers.
 */
export function deliver(message: unknown, sender: ASender): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const sent = copied(message);
  const heard = fakeBrowser.runtime.onMessage.trigger(sent, sender as never, (reply) =>
    resolve(copied(reply)),
  );
  void heard.then((results: unknown[]) => {
    if (!results.includes(true)) resolve(undefined);
  });
  return promise;
}

/** Connects the two ends: messages to the background, or to a tab, reach the listeners of this test. */
export function connectEnds(sender: ASender = aContentScript()): void {
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((message: unknown) =>
    deliver(message, sender),
  );
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(((_tab: number, message: unknown) =>
    deliver(message, { id: fakeBrowser.runtime.id })) as never);
}

/** Gives the browser a language: the messages of a locale file, as the build writes them. */
export async function speak(locale: 'zh_CN' | 'en'): Promise<void> {
  const messages = generateChromeMessages(await parseMessagesFile(`locales/${locale}.yml`));
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(((key: string, subs: string[] = []) =>
    (messages[key]?.message ?? '').replace(/\$(\d)/g, (_all, n) => subs[Number(n) - 1] ?? '')) as never);
}

function copied(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
