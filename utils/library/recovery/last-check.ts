import type { Fault, Findings } from '../../db/integrity';
import { storedValue } from '../../storage/stored-value';

/** What a check of the rows found, and when (epoch milliseconds). */
export interface Check {
  at: number;
  findings: Findings;
}

const FAULTS: readonly Fault[] = ['row', 'address', 'date', 'tags', 'queue', 'lost'];

const lastCheck = storedValue<Check | undefined>('check:last', {
  from: checkFrom,
  into: (check) => check && { at: check.at, rows: check.findings.rows, ...check.findings.faults },
});

/** The last check, if there was one and its record can be read. */
export const readLastCheck = lastCheck.read;

/** Remembers a check. */
export const writeLastCheck = lastCheck.put;

function checkFrom(value: unknown): Check | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { at, rows, ...rest } = value as Record<string, unknown>;
  if (typeof at !== 'number' || typeof rows !== 'number') return undefined;
  const faults: Findings['faults'] = {};
  for (const fault of FAULTS) {
    const count = rest[fault];
    if (typeof count === 'number') faults[fault] = count;
  }
  return { at, findings: { rows, faults } };
}
