import type { BackgroundApi, PageApi } from './messages';

/** What a handler is told of the asker, besides the arguments. */
export interface Asker {
  tabId?: number;
  frameId?: number;
  url?: string;
}

export type Handlers<Api> = {
  [K in keyof Api]: Api[K] extends (...args: infer A) => infer R ? (asker: Asker, ...args: A) => R : never;
};

/** The background, as a content script sees it. A failed call throws a `TroubleError`. */
export declare const background: BackgroundApi;

/** The content script in a tab. A call rejects with a `TroubleError` where no content script answers. */
export declare function pageIn(tabId: number): PageApi;

/** Answers content scripts. Refuses senders that are not our content script on Caixin, and odd shapes. */
export declare function answerPages(handlers: Handlers<BackgroundApi>): void;

/** Answers the extension's own pages and background, inside a content script. */
export declare function answerExtension(handlers: Handlers<PageApi>, signal: AbortSignal): void;

/** Hears in an open panel or popup that a page was read again. */
export declare function onPageRead(listener: (tabId: number) => void, signal: AbortSignal): void;
