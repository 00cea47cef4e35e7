/**
 * A mutant that no test can kill, because it makes no observable difference; identified by its text, so that lines
 * may move.
 */
export interface Same {
  file: string;
  /** The original code and its replacement; white space does not count. */
  from: string;
  to: string;
  why: string;
}

/** Each with its reason. It is better to write the code so that no such mutant exists than to add one here. */
const SAME: Same[] = [
  {
    file: 'utils/messaging/shapes.ts',
    from: '{ abortEarly: true }',
    to: '{}',
    why: 'one fault is told, the first; looking for more only takes longer',
  },
  {
    file: 'utils/messaging/on-page-read.ts',
    from: 'tabId !== undefined',
    to: 'true',
    why: '`isCaixinPage` has looked at it; the compiler does not know',
  },
  {
    file: 'utils/messaging/is-caixin-page.ts',
    from: "''",
    to: '"Stryker was here!"',
    why: 'neither is an address',
  },
  {
    file: 'utils/db/rank.ts',
    from: 'rankBefore(value, null) > value',
    to: 'rankBefore(value, null) >= value',
    why: 'a place behind another is never the same',
  },
  {
    file: 'utils/db/rank.ts',
    from: '{ return false; }',
    to: '{}',
    why: 'nothing is as false as false where it is asked',
  },
  {
    file: 'utils/db/rank.ts',
    from: 'a > b',
    to: 'a >= b',
    why: 'of two that are the same either is the last',
  },
  {
    file: 'utils/db/shelve.ts',
    from: 'change.noteFrom === undefined',
    to: 'false',
    why: 'what merges notes is loaded without need; merged with what is there, what was typed stays as it is',
  },
  {
    file: 'utils/sites/text.ts',
    from: String.raw`/^[\u0020-\u007e\u00a1-\u00ac\u2010-\u2027\u2030-\u205e\u3001-\ud7ff\ue000-\ufefe\uff00-\uffef]*$/`,
    to: String.raw`/^[\u0020-\u007e\u00a1-\u00ac\u2010-\u2027\u2030-\u205e\u3001-\ud7ff\ue000-\ufefe\uff00-\uffef]$/`,
    why: 'a text that is plain stays the same on the longer way',
  },
  {
    file: 'utils/db/unit-of-work.ts',
    from: 'performance.now() < late',
    to: 'performance.now() <= late',
    why: 'three seconds and a moment are three seconds',
  },
];

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The reason why a mutant cannot be killed, if there is one. */
export function whySame(file: string, from: string, to: string): string | undefined {
  return SAME.find(
    (one) => one.file === file && plain(one.from) === plain(from) && plain(one.to) === plain(to),
  )?.why;
}
