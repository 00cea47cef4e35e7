import { AppError, failureOf } from '../domain/errors';
import { isOurs, listen, type Sender } from './listen';
import { isFor, type Message } from './message';

/** What a handler is told about the sender, besides the arguments. */
export interface Caller {
  tabId?: number;
  /** 0 is the page the reader sees; a prerendered page has another number. */
  frameId?: number;
  url?: string;
  /** Unique to this document; older versions of Firefox do not report it. */
  documentId?: string;
}

/** For each call, the function that answers it. */
export type Handlers<Api> = {
  [K in keyof Api]: Api[K] extends (...args: infer A) => infer R ? (caller: Caller, ...args: A) => R : never;
};

/** Answers messages of this extension to one end; `admit` validates the sender and the arguments, or throws. */
export function answer<Api extends object>(
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
        (error: unknown) => respond({ failure: failureOf(error) }),
      )
      // The sender has gone meanwhile.
      .catch(() => {});
    return true;
  }, signal);
}

function callerOf({ tab, frameId, url, documentId }: Sender): Caller {
  return {
    ...(tab?.id !== undefined && { tabId: tab.id }),
    ...(frameId !== undefined && { frameId }),
    ...(url !== undefined && { url }),
    ...(documentId !== undefined && { documentId }),
  };
}
