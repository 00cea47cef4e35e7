import { describe, expect, it } from 'vitest';
import { openFileStore } from '../../utils/db/backup/file-store';
import { pack } from '../../utils/db/backup/gzip-lines';
import { DATABASE } from '../../utils/db/schema';
import { aName } from './a-library';

it('the library is found under the name it always had', () => {
  expect(DATABASE).toBe('caixin-clipper');
});

describe('a file', () => {
  it('is read whole, or given to be read in parts', async () => {
    const files = openFileStore(aName());
    await files.write('a', new TextEncoder().encode('一二'));
    expect(new TextDecoder().decode(await files.read('a'))).toBe('一二');
    expect(await (await files.file('a'))?.slice(3).text()).toBe('二');
    expect(await files.size('a')).toBe(6);
  });

  it('that is not there is none', async () => {
    const files = openFileStore(aName());
    expect(await files.read('a')).toBeUndefined();
    expect(await files.file('a')).toBeUndefined();
    await files.remove(['a']);
    expect(await files.names()).toEqual([]);
  });

  it('of rows that cannot be had is none: the cause is said', async () => {
    const rows = async function* () {
      yield [1];
      throw new RangeError('odd');
    };
    await expect(pack(rows())).rejects.toThrow(new RangeError('odd'));
  });
});
