import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openFileStore } from '../../utils/db/backup/file-store';
import { pack } from '../../utils/db/backup/gzip-lines';
import { openJournal } from '../../utils/db/backup/journal';
import { openSnapshots } from '../../utils/db/backup/snapshots';
import { aName, anEntry, urlOf } from './a-library';

const NOW = 1_700_000_000_000;

/** A record in a file of this name that says that entry n was saved. */
async function write(of: string, file: string, n: number): Promise<void> {
  await openFileStore(of).write(file, await pack([[{ url: urlOf(n), entry: anEntry(n) }]]));
}

const numbered = (n: number) => `n-${String(n).padStart(15, '0')}-1700000000000.gz`;
/** As older versions wrote it. */
const timed = (ms: number) => `j-${ms * 1000}-12.gz`;

describe('a file', () => {
  it.each([timed(NOW), numbered(7)])('%s is a record', async (file) => {
    const name = aName();
    await write(name, file, 1);
    expect(await openJournal(name).length()).toBe(1);
    expect(await openJournal(name).restore()).toEqual([anEntry(1)]);
  });

  it.each([
    `x${timed(NOW)}`,
    `${timed(NOW)}x`,
    'j-170000000000000-1.gz',
    'j-1700000000000000-.gz',
    `x${numbered(7)}`,
    `${numbered(7)}x`,
    'n-7-1700000000000.gz',
    'n-000000000000007-.gz',
  ])('%s is none', async (file) => {
    const name = aName();
    await write(name, file, 1);
    expect(await openJournal(name).length()).toBe(0);
  });

  it.each(['xr-99', 'r-99x', 'r-'])('%s does not say how many were restored', async (file) => {
    const name = aName();
    await openFileStore(name).write(file, new Uint8Array());
    expect(await openJournal(name).restored()).toBe(0);
  });

  it('that is damaged is passed over', async () => {
    const name = aName();
    await write(name, numbered(1), 1);
    await openFileStore(name).write(numbered(2), new TextEncoder().encode('damaged'));
    await write(name, numbered(3), 3);
    expect(await openJournal(name).restore()).toEqual([anEntry(1), anEntry(3)]);
  });
});

describe('a record without a number', () => {
  it('is in a snapshot that was taken later, and then forgotten', async () => {
    const name = aName();
    for (const ms of [NOW - 1, NOW, NOW + 1]) await write(name, timed(ms), 1);
    await openJournal(name).forget({ at: NOW, stamp: '9.0.0' });
    expect(await openFileStore(name).names()).toEqual([timed(NOW), timed(NOW + 1)]);
  });

  it('counts beside a snapshot unless that was taken more than a minute later', async () => {
    const name = aName();
    await openSnapshots(() => NOW, name).take('upgrade', [[anEntry(1)]], 'v1');
    await write(name, timed(NOW - 60_001), 2);
    await write(name, timed(NOW - 60_000), 3);
    expect(await openJournal(name).restore()).toEqual([anEntry(1), anEntry(3)]);
  });
});

describe('a record with a number', () => {
  it.each([
    ['12.0.1700000000000', [13, 120]],
    ['1.3.12', [12, 13, 120]],
    ['v120', [12, 13, 120]],
  ])('is forgotten where the stamp of a snapshot includes it: %s', async (stamp, left) => {
    const name = aName();
    for (const n of [12, 13, 120]) await write(name, numbered(n), n);
    await openJournal(name).forget({ at: NOW + 1, stamp });
    expect(await openFileStore(name).names()).toEqual(left.map(numbered));
  });

  it('or a snapshot tells how far numbers were given; one without tells nothing', async () => {
    const name = aName();
    const last = () => openJournal(name).lastNumber();
    expect(await last()).toBe(0);
    await write(name, timed(NOW), 1);
    expect(await last()).toBe(0);
    await write(name, numbered(7), 1);
    expect(await last()).toBe(7);
    await openSnapshots(undefined, name).take('asked', [], '31.0.5');
    expect(await last()).toBe(31);
  });
});

it('a record that finds no room says so, and leaves nothing of its file', async () => {
  const name = aName();
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
  const { getFileHandle } = folder;
  vi.spyOn(folder, 'getFileHandle').mockImplementation(async (...asked) => {
    const handle = await getFileHandle.apply(folder, asked);
    const full = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
    return Object.assign(handle, { createWritable: full });
  });
  onTestFinished(() => void vi.restoreAllMocks());
  const { written } = openJournal(name).record(new Map([[urlOf(1), anEntry(1)]]), 1);
  expect(await written).toMatchObject({ name: 'AppError', kind: 'full' });
  expect(await openFileStore(name).names()).toEqual([]);
});
