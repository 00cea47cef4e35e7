import { AppError, type FailureKind } from '../domain/errors';

/** Names of DOMExceptions and what they mean here (IndexedDB 3.0, "Exceptions"; Storage Standard, quota). */
const KINDS: Record<string, FailureKind> = {
  QuotaExceededError: 'full',
  VersionError: 'newer',
  SecurityError: 'unavailable',
  UnknownError: 'damaged',
};

/** Firefox with "never remember history" opens nothing and says so in these words. */
const NO_STORAGE = /did not allow mutations|A mutation operation was attempted/i;

/** A full disk in Chromium: an UnknownError, or an abort without a name (seen in Chromium 156). */
const NO_SPACE = /NO_SPACE|disk is full|No space left/i;

/** Any failure of the database as an `AppError`. */
export function databaseError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (NO_STORAGE.test(message)) return new AppError('unavailable', message);
  if (NO_SPACE.test(message)) return new AppError('full', message);
  return new AppError(KINDS[name] ?? 'broken', message || name);
}
