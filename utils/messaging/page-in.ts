import { browser } from 'wxt/browser';
import { AppError, failureOf } from '../domain/errors';
import type { PageApi } from './contract';
import type { Message } from './message';
import { orphanError } from './orphan';
import { isUnanswered, openReply } from './reply';

/** How long a page may take to answer, in milliseconds. */
const PATIENCE = 3000;

/**
 * The content script in a tab. A call rejects with an `AppError`: `gone` if no content script answers, `broken` if a page
 * takes longer than three seconds.
 */
export function pageIn(tabId: number): PageApi {
  const ask = (call: keyof PageApi, ...args: unknown[]): Promise<unknown> => askPage(tabId, call, args);
  // The content script answers with what its handlers return, which `answerExtension` checks by type.
  return {
    page: () => ask('page'),
    postAt: (url) => ask('postAt', url),
    changed: (urls) => ask('changed', urls),
    draftChanged: () => ask('draftChanged'),
  } as PageApi;
}

async function askPage(tabId: number, call: keyof PageApi, args: unknown[]): Promise<unknown> {
  const message: Message = { to: 'page', call, args };
  try {
    return openReply(await inTime(browser.tabs.sendMessage(tabId, message, { frameId: 0 })));
  } catch (error) {
    if (!isUnanswered(error)) throw orphanError(error);
    throw new AppError('gone', failureOf(error).detail);
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new AppError('broken', `the page is silent for ${PATIENCE} ms`)),
    PATIENCE,
  );
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}
