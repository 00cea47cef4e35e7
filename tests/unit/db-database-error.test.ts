import { describe, expect, it } from 'vitest';
import { databaseError } from '../../utils/db/database-error';
import { AppError } from '../../utils/domain/errors';

describe('why it could not be done', () => {
  const dom = (name: string, message = '') => new DOMException(message, name);

  it.each([
    [dom('QuotaExceededError'), 'full'],
    [dom('VersionError'), 'newer'],
    [dom('SecurityError'), 'unavailable'],
    [dom('UnknownError'), 'damaged'],
    [dom('AbortError', 'disk is full'), 'full'],
    [dom('UnknownError', 'No space left on device'), 'full'],
    [dom('UnknownError', 'FILE_ERROR_NO_SPACE'), 'full'],
    [dom('UnknownError', 'a database that did not allow mutations'), 'unavailable'],
    [dom('InvalidStateError', 'A mutation operation was attempted'), 'unavailable'],
    [dom('InvalidStateError'), 'broken'],
    [Object.assign(new Error('x'), { name: 'QuotaExceededError' }), 'full'],
    [{ name: 'QuotaExceededError', message: 'x' }, 'broken'],
    [undefined, 'broken'],
    ['odd', 'broken'],
  ] as const)('%s is %s', (error, kind) => {
    const failure = databaseError(error);
    expect(failure).toBeInstanceOf(AppError);
    expect(failure.kind).toBe(kind);
  });

  it('is told in the words of the browser, by the name where there are none; an `AppError` stays as it is', () => {
    expect(databaseError(dom('DataError', 'odd')).message).toBe('odd');
    expect(databaseError(dom('DataError')).message).toBe('DataError');
    expect(databaseError('odd').message).toBe('odd');
    const failure = new AppError('stopped', 'x');
    expect(databaseError(failure)).toBe(failure);
  });
});
