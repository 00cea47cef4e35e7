import { browser } from 'wxt/browser';
import type { BackgroundApi } from './contract';
import { isOrphan, orphanError } from './orphan';
import { isUnanswered, openReply } from './reply';

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
