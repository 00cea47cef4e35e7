import { browser } from 'wxt/browser';
import type { Entries } from '../db/entries';
import { isDue } from '../due';
import { download } from './download';

const OFTEN = ['off', 'daily', 'weekly'] as const;

/** How often the library goes to the downloads folder by itself. */
export type AutoExport = (typeof OFTEN)[number];

const DAY = 86_400_000;
const EVERY: Record<AutoExport, number> = { off: Number.POSITIVE_INFINITY, daily: DAY, weekly: 7 * DAY };

/** Off where the reader never said otherwise. */
export async function readAutoExport(): Promise<AutoExport> {
  const { 'export:often': often } = await browser.storage.local.get('export:often');
  return OFTEN.find((one) => one === often) ?? 'off';
}

/** Keeps how often. */
export async function writeAutoExport(often: AutoExport): Promise<void> {
  await browser.storage.local.set({ 'export:often': often });
}

/**
 * Puts the library into the downloads folder where the reader asked for that, the time has come and something changed.
 * It happens when a surface is opened: nothing runs unasked in the background.
 * @param now epoch milliseconds
 */
export async function exportWhenDue(db: Entries, version: string, now: number): Promise<boolean> {
  const often = await readAutoExport();
  if (often === 'off') return false;
  const kept: unknown = (await browser.storage.local.get('export:last'))['export:last'];
  const { at = 0, stamp = '' } = (kept ?? {}) as { at?: number; stamp?: string };
  const current = await db.stamp();
  if (!isDue(at, now, EVERY[often]) || stamp === current) return false;
  // Said before it is done: two surfaces opened at once make one file.
  await browser.storage.local.set({ 'export:last': { at: now, stamp: current } });
  // Loaded when it is needed: it is most of what the surfaces would load otherwise.
  const [{ codecs }, { exportFile, fileName }] = await Promise.all([import('../codecs'), import('./export')]);
  const codec = codecs.find(({ name }) => name === 'json');
  if (!codec) return false;
  const about = { exportedAt: new Date(now), version };
  download(await exportFile(codec, db.batches(), about), fileName(codec, about.exportedAt));
  return true;
}
