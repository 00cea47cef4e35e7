import { browser } from 'wxt/browser';
import { AppError, failureOf } from '../domain/errors';

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
