import { AppError } from '../../utils/domain/errors';
import { isDue } from '../../utils/runtime/due';
import { sessionStore } from '../../utils/storage/local-store';
import type { Store } from '../../utils/storage/store';
import { storedValue } from '../../utils/storage/stored-value';

/** The period that the limits apply to, in milliseconds. */
const PERIOD = 600_000;

/** What a tab may ask for in one period. */
const MOST = {
  /** Different addresses to ask marks for: three times the longest list. */
  addresses: 30_000,
  /** Saves: more than a reader can do. */
  saves: 200,
  /** Saved text, in UTF-16 units: twice that of the longest list with the longest fields. */
  text: 32_000_000,
};

/** What a tab asked for since a moment (epoch milliseconds). */
interface Spent {
  since: number;
  /** Hashes of the addresses: asking for the same again is free. */
  addresses: Set<number>;
  saves: number;
  text: number;
}

const PREFIX = 'spent:';

/** Limits what a page may ask of the background: far above what a reader does, far below what a script could. */
export interface Allowance {
  /** Throws an `AppError` if a tab asks for too many addresses. */
  forMarks(tabId: number, urls: string[]): Promise<void>;
  /** Throws an `AppError` if a tab saves too often, or too much. */
  forSave(tabId: number, text: number): Promise<void>;
}

/** @param now epoch milliseconds */
export function openAllowance(now = Date.now, store: Store = sessionStore): Allowance {
  const spend = async (tabId: number, take: (spent: Spent) => void) => {
    let isNew = false;
    let isOver = false;
    await storedValue<Spent>(`${PREFIX}${tabId}`, { from: spentFrom, into: written }, store).change(
      (before) => {
        isNew = isDue(before.since, now(), PERIOD);
        const spent = isNew ? none(now()) : { ...before, addresses: new Set(before.addresses) };
        take(spent);
        isOver = spent.addresses.size > MOST.addresses || spent.saves > MOST.saves || spent.text > MOST.text;
        return isOver ? before : spent;
      },
    );
    if (isNew) await forgetOld(store, now());
    if (isOver) throw new AppError('broken', 'refused: too much for one page');
  };
  return {
    forMarks: (tabId, urls) =>
      spend(tabId, ({ addresses }) => {
        for (const url of urls) addresses.add(hash(url));
      }),
    forSave: (tabId, text) =>
      spend(tabId, (spent) => {
        spent.saves += 1;
        spent.text += text;
      }),
  };
}

function none(since: number): Spent {
  return { since, addresses: new Set(), saves: 0, text: 0 };
}

function written({ addresses, ...rest }: Spent): unknown {
  return { ...rest, addresses: [...addresses] };
}

function spentFrom(value: unknown): Spent {
  const { since, addresses, saves, text } = (value ?? {}) as Partial<Record<keyof Spent, unknown>>;
  const isWell = [since, saves, text].every((one) => typeof one === 'number') && Array.isArray(addresses);
  // The cast: checked above.
  return isWell ? ({ since, saves, text, addresses: new Set(addresses) } as Spent) : none(0);
}

async function forgetOld(store: Store, now: number): Promise<void> {
  for (const [key, value] of await store.all()) {
    if (key.startsWith(PREFIX) && isDue(spentFrom(value).since, now, PERIOD)) await store.set(key, undefined);
  }
}

/** FNV-1a in 32 bits (Fowler, Noll, Vo). */
function hash(text: string): number {
  let sum = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01_00_01_93);
  return sum >>> 0;
}
