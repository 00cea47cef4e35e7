import { AppError } from '../domain/errors';
import { answer, type Handlers } from './answer';
import type { BackgroundApi } from './contract';
import { isCaixinPage } from './is-caixin-page';

/** For each call, a function that validates the arguments or throws. */
export type Shapes<Api> = {
  [K in keyof Api]: Api[K] extends (...args: infer A) => unknown ? (args: unknown) => A : never;
};

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
