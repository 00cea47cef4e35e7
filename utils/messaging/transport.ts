import { browser } from 'wxt/browser';
import { AppError, type Failure, failureOf } from '../domain/errors';
import { isCaixin, parse } from '../domain/url';
import type { BackgroundApi, PageApi } from './contract';

/** What a handler is told about the sender, besides the arguments. */
export interface Caller {
  tabId?: number;
  /** 0 is the page the reader sees; a prerendered page has another number. */
  frameId?: number;
  url?: string;
  /** Unique to this document; older versions of Firefox do not tell it. */
  documentId?: string;
}

export type Handlers<Api> = {
  [K in keyof Api]: Api[K] extends (...args: infer A) => infer R ? (caller: Caller, ...args: A) => R : never;
};

/** For each call, a function that validates the arguments or throws. */
export type Shapes<Api> = {
  [K in keyof Api]: Api[K] extends (...args: infer A) => unknown ? (args: unknown) => A : never;
};

interface Message {
  to: 'background' | 'page';
  call: string;
  args: unknown[];
}

/** A reply is sent as JSON in Chrome, so that an undefined `value` is absent. */
type Reply = { value?: unknown; trouble?: undefined } | { trouble: Failure };

/** How long a page may take to answer, in milliseconds. */
const PATIENCE = 3000;

/** Messages of Chrome, Firefox and the polyfill that mean: nobody answered, or the receiver was stopped. */
const UNANSWERED = /could not establish connection|(port|channel) closed|out of scope|no answer/i;

/** The background, as a content script sees it. A failed call throws an `AppError`. */
export const background: BackgroundApi = {
  savePosts: (posts, options) => askBackground('savePosts', posts, options),
  marks: (urls) => askBackground('marks', urls),
  tags: (about) => askBackground('tags', about),
  undo: (step) => askBackground('undo', step),
  redo: (step) => askBackground('redo', step),
  overlay: () => askBackground('overlay'),
  draft: () => askBackground('draft'),
  // Not retried: the second attempt might overtake a newer change.
  changeDraft: (change) => askOnce('changeDraft', change),
  pageRead: (counts) => askBackground('pageRead', counts),
  unwatched: () => askBackground('unwatched'),
};

type Asked<K extends keyof BackgroundApi> = Promise<Awaited<ReturnType<BackgroundApi[K]>>>;

/** Retries once: a worker being stopped loses a message, and the next one starts it again. Calls may run twice. */
function askBackground<K extends keyof BackgroundApi>(
  call: K,
  ...args: Parameters<BackgroundApi[K]>
): Asked<K> {
  return send(call, args)
    .catch((error: unknown) => {
      if (isOrphan() || !isUnanswered(error)) throw error;
      return send(call, args);
    })
    .catch(throwOrphan);
}

function askOnce<K extends keyof BackgroundApi>(call: K, ...args: Parameters<BackgroundApi[K]>): Asked<K> {
  return send(call, args).catch(throwOrphan);
}

async function send<K extends keyof BackgroundApi>(call: K, args: unknown[]): Asked<K> {
  const value = openReply(await browser.runtime.sendMessage({ to: 'background', call, args }));
  // The background answers with what its handler returns, which `answerPages` checks by type.
  return value as Awaited<Asked<K>>;
}

function throwOrphan(error: unknown): never {
  throw orphanError(error);
}

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

function openReply(reply: Reply | null | undefined): unknown {
  if (!reply) throw new Error('no answer');
  if (reply.trouble) throw new AppError(reply.trouble.kind, reply.trouble.detail);
  return reply.value;
}

function isUnanswered(error: unknown): boolean {
  return !(error instanceof AppError) && UNANSWERED.test(failureOf(error).detail);
}

/** Whether the extension was updated or removed while this script stayed behind in a page. */
export function isOrphan(): boolean {
  try {
    return !browser.runtime?.id;
  } catch {
    return true;
  }
}

/** Any failure of an extension API as an `AppError`: `gone` in a script left behind by an update. */
export function orphanError(error: unknown): AppError {
  const { kind, detail } = failureOf(error);
  return new AppError(isOrphan() || /context invalidated/i.test(detail) ? 'gone' : kind, detail);
}

/**
 * Answers content scripts. Refuses senders that are not our content script in a page of Caixin, calls that are not in
 * the contract, and arguments of the wrong shape. Must be called while the background starts.
 */
export function answerPages(handlers: Handlers<BackgroundApi>, shapes: Shapes<BackgroundApi>): void {
  answer('background', handlers, (sender, call, args) => {
    if (!isCaixinPage(sender)) throw new AppError('broken', 'refused: not a page of Caixin');
    return shapes[call](args);
  });
}

/** Answers the extension's own pages and background, inside a content script. */
export function answerExtension(handlers: Handlers<PageApi>, signal: AbortSignal): void {
  answer('page', handlers, (_sender, _call, args) => args, signal);
}

/** Listens, in an open panel or popup, for pages that were read again. */
export function onPageRead(listener: (tabId: number) => void, signal: AbortSignal): void {
  listen((message, sender) => {
    const isRead =
      isFor(message, 'background') && message.call === ('pageRead' satisfies keyof BackgroundApi);
    const tabId = sender.tab?.id;
    if (isRead && isOurs(sender) && isCaixinPage(sender) && tabId !== undefined) listener(tabId);
    return undefined;
  }, signal);
}

type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];
type Listener = (message: unknown, sender: Sender, respond: (reply: Reply) => void) => true | undefined;

function listen(listener: Listener, signal?: AbortSignal): void {
  browser.runtime.onMessage.addListener(listener);
  const stop = () => {
    if (!isOrphan()) browser.runtime.onMessage.removeListener(listener);
  };
  signal?.addEventListener('abort', stop);
}

function answer<Api extends object>(
  to: Message['to'],
  handlers: Handlers<Api>,
  admit: (sender: Sender, call: keyof Api, args: unknown[]) => unknown[],
  signal?: AbortSignal,
): void {
  const work = async ({ call, args }: Message, sender: Sender): Promise<unknown> => {
    if (!isOurs(sender)) throw new AppError('broken', 'refused: not this extension');
    if (!Object.hasOwn(handlers, call)) throw new AppError('broken', 'refused: no such call');
    // Checked by `hasOwn` above; the arguments are checked by `admit`.
    const name = call as keyof Api;
    const handler = handlers[name] as (caller: Caller, ...args: unknown[]) => unknown;
    return handler(callerOf(sender), ...admit(sender, name, args));
  };
  listen((message, sender, respond) => {
    if (!isFor(message, to)) return undefined;
    work(message, sender)
      .then(
        (value) => respond({ value }),
        (error: unknown) => respond({ trouble: failureOf(error) }),
      )
      // The sender has gone meanwhile.
      .catch(() => {});
    return true;
  }, signal);
}

function isFor(message: unknown, to: Message['to']): message is Message {
  if (typeof message !== 'object' || message === null) return false;
  const { to: whom, call, args } = message as Partial<Message>;
  return whom === to && typeof call === 'string' && Array.isArray(args);
}

function isOurs(sender: Sender): boolean {
  return sender.id === browser.runtime.id;
}

/** Whether the sender is the top frame of a tab on Caixin. Chrome numbers a prerendered page like a frame. */
function isCaixinPage({ tab, frameId, documentLifecycle, url }: Sender): boolean {
  const address = parse(url ?? '');
  const isTop = frameId === 0 || documentLifecycle === 'prerender';
  return tab?.id !== undefined && isTop && address !== undefined && isCaixin(address);
}

function callerOf({ tab, frameId, url, documentId }: Sender): Caller {
  return {
    ...(tab?.id !== undefined && { tabId: tab.id }),
    ...(frameId !== undefined && { frameId }),
    ...(url !== undefined && { url }),
    ...(documentId !== undefined && { documentId }),
  };
}
