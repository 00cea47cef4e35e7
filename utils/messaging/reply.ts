import { AppError, type Failure, failureOf } from '../domain/errors';

/** A reply is sent as JSON in Chrome, so that an undefined `value` is absent. */
export type Reply = { value?: unknown; failure?: undefined } | { failure: Failure };

/** Messages of Chrome, Firefox and the polyfill that mean: nobody answered, or the receiver was stopped. */
const UNANSWERED = /could not establish connection|(port|channel) closed|out of scope|no answer/i;

/** The value of a reply, or its failure thrown. */
export function openReply(reply: Reply | null | undefined): unknown {
  if (!reply) throw new Error('no answer');
  if (reply.failure) throw new AppError(reply.failure.kind, reply.failure.detail);
  return reply.value;
}

/** Whether a call failed because nobody answered. */
export function isUnanswered(error: unknown): boolean {
  return !(error instanceof AppError) && UNANSWERED.test(failureOf(error).detail);
}
