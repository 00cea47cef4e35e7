import type { Entries } from '../../db/entries';
import { isDue } from '../../runtime/due';
import { oneOf, storedValue } from '../../storage/stored-value';
import { download } from './download';

const OFTEN = ['off', 'daily', 'weekly'] as const;

/** How often the library goes to the downloads folder by itself. */
export type AutoExport = (typeof OFTEN)[number];

const DAY = 86_400_000;
const EVERY: Record<AutoExport, number> = { off: Number.POSITIVE_INFINITY, daily: DAY, weekly: 7 * DAY };

const autoExport = storedValue('export:often', oneOf<AutoExport>(OFTEN, 'off'));

/** Off where the reader never said otherwise. */
export const readAutoExport = autoExport.read;

/** Keeps how often. */
export const writeAutoExport = autoExport.put;

/** The last export: when (epoch milliseconds), and how the library stood. */
const lastExport = storedValue<{ at: number; stamp: string }>('export:last', {
  from(value) {
    const { at, stamp } = (value ?? {}) as { at?: unknown; stamp?: unknown };
    return { at: typeof at === 'number' ? at : 0, stamp: typeof stamp === 'string' ? stamp : '' };
  },
  into: (last) => last,
});

/**
 * Puts the library into the downloads folder where the reader asked for that, the time has come and something changed.
 * It happens when a surface is opened: nothing runs unasked in the background.
 * @param now epoch milliseconds
 */
export async function exportWhenDue(db: Entries, version: string, now: number): Promise<boolean> {
  const often = await readAutoExport();
  if (often === 'off') return false;
  const current = await db.stamp();
  let isTime = false;
  // Said before it is done: two surfaces opened at once make one file.
  await lastExport.change((last) => {
    isTime = isDue(last.at, now, EVERY[often]) && last.stamp !== current;
    return isTime ? { at: now, stamp: current } : last;
  });
  if (!isTime) return false;
  // Loaded when it is needed: it is most of what the surfaces would load otherwise.
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
