import type { Entries } from '../../db/entries';
import { isDue } from '../../runtime/due';
import { oneOf, storedValue } from '../../storage/stored-value';
import { download } from './download';

const OFTEN = ['off', 'daily', 'weekly'] as const;

/** How often the library is exported to the downloads folder automatically. */
export type AutoExport = (typeof OFTEN)[number];

const DAY = 86_400_000;
const EVERY: Record<AutoExport, number> = { off: Number.POSITIVE_INFINITY, daily: DAY, weekly: 7 * DAY };

const autoExport = storedValue('export:often', oneOf<AutoExport>(OFTEN, 'off'));

/** Off by default. */
export const readAutoExport = autoExport.read;

/** Saves how often. */
export const writeAutoExport = autoExport.put;

/** The last export: when (epoch milliseconds), and the state of the library. */
const lastExport = storedValue<{ at: number; stamp: string }>('export:last', {
  from(value) {
    const { at, stamp } = (value ?? {}) as { at?: unknown; stamp?: unknown };
    return { at: typeof at === 'number' ? at : 0, stamp: typeof stamp === 'string' ? stamp : '' };
  },
  into: (last) => last,
});

/**
 * Exports the library to the downloads folder if the reader asked for it, it is due and something changed. Called when a
 * surface is opened: nothing runs in the background by itself.
 * @param now epoch milliseconds
 */
export async function exportWhenDue(db: Entries, version: string, now: number): Promise<boolean> {
  const often = await readAutoExport();
  if (often === 'off') return false;
  const current = await db.stamp();
  let isTime = false;
  // Recorded first, so that two surfaces opened at once make only one file.
  await lastExport.change((last) => {
    isTime = isDue(last.at, now, EVERY[often]) && last.stamp !== current;
    return isTime ? { at: now, stamp: current } : last;
  });
  if (!isTime) return false;
  // Loaded on demand: it is larger than everything else a surface loads.
  const [{ codecs }, { exportFile, fileName }] = await Promise.all([
    import('../../codecs'),
    import('./export'),
  ]);
  const codec = codecs.find(({ name }) => name === 'json');
  if (!codec) return false;
  const about = { exportedAt: new Date(now), version };
  download(await exportFile(codec, db.batches(), about), fileName(codec, about.exportedAt));
  return true;
}
