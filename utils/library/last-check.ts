import { browser } from 'wxt/browser';
import type { Fault, Findings } from '../db/mend';

/** What a look at the rows found, and when (epoch milliseconds). */
export interface Check {
  at: number;
  findings: Findings;
}

const KEY = 'check:last';
const FAULTS: readonly Fault[] = ['row', 'address', 'date', 'tags', 'queue', 'lost'];

/** The last check, where there was one and what is kept of it can be read. */
export async function readLastCheck(): Promise<Check | undefined> {
  const kept: unknown = (await browser.storage.local.get(KEY))[KEY];
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { at, rows, ...rest } = kept as Record<string, unknown>;
  if (typeof at !== 'number' || typeof rows !== 'number') return undefined;
  const faults: Findings['faults'] = {};
  for (const fault of FAULTS) {
    const count = rest[fault];
    if (typeof count === 'number') faults[fault] = count;
  }
  return { at, findings: { rows, faults } };
}

/** Remembers a check. */
export async function writeLastCheck({ at, findings }: Check): Promise<void> {
  await browser.storage.local.set({ [KEY]: { at, rows: findings.rows, ...findings.faults } });
}
