import { answer, type Handlers } from './answer';
import type { PageApi } from './contract';

/** Answers the extension's own pages and background, inside a content script. */
export function answerExtension(handlers: Handlers<PageApi>, signal: AbortSignal): void {
  answer('page', handlers, (_sender, _call, args) => args, signal);
}
