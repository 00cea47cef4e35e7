import { rmSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { Chromium } from '../../tests/browsers/chromium';
import { executable } from '../../tests/browsers/executables';
import type { Figures } from './figures';
import { timeBulk } from './large/bulk';
import { type Computed, compute } from './large/compute';
import {
  closed,
  type Filled,
  filled,
  longestOpening,
  opened,
  type Surface,
  typedInTurn,
  type Use,
  used,
} from './large/surfaces';
import { tellLarge } from './large/tell';

const ROUNDS = 15;

/** A hundred addresses out of so many, all saved; different ones each time if there are more. */
const TRACED = 5;

/** Openings that are traced, apart from those that are timed: tracing takes time. */
export interface AtSize {
  size: number;
  popup: number[];
  panel: number[];
  ready: number[];
  /** From a key to its rows, in a browser that waits for no display. */
  painted: number[];
  /** The longest task of each opening, in milliseconds of the processor. */
  longest: number[];
  use: Use;
}

export interface Large {
  sizes: AtSize[];
  bulk: { ours: number[]; bare: number[] };
  computed: Computed;
}

/** Everything that must not depend on how much was saved, at 100 entries and up to a size, in one run. */
export async function benchLarge(size: number, figures: Figures): Promise<Large> {
  const wanted = [100, 1000, 10_000, 20_000].filter((one) => one < size);
  const browsers: Filled[] = [];
  for (const one of [...wanted, size]) browsers.push(await filled(one));
  const sizes = browsers.map((one): AtSize => ({ ...NOTHING(), size: one.size }));
  // Everything that must not depend on the size of the library, from 100 entries up to a given size, in one run.
  for (let round = 0; round < ROUNDS; round++)
    for (const [n, browser] of browsers.entries()) await openOnce(browser, sizes[n] ?? NOTHING(), round);
  for (const [n, browser] of browsers.entries()) (sizes[n] ?? NOTHING()).use = await used(browser);
  for (const [n, times] of (await typedInTurn(browsers)).entries()) (sizes[n] ?? NOTHING()).painted = times;
  const bulk = await changed(browsers.at(-1), Math.min(10_000, size));
  for (const { profile } of browsers) rmSync(profile, { recursive: true, force: true });
  const large = { sizes, bulk, computed: await computeApart(size) };
  tellLarge(large, figures);
  return large;
}

export const NOTHING = (): AtSize => ({
  size: 0,
  popup: [],
  panel: [],
  ready: [],
  painted: [],
  longest: [],
  use: {
    displayed: [],
    longestTyping: 0,
    longestScrolling: 0,
    memory: 0,
    memoryUsed: 0,
    memoryAfter: 0,
  },
});

/** Alternating, so that other load on the machine affects both alike. */
async function openOnce(browser: Filled, at: AtSize, round: number): Promise<void> {
  const surfaces: Surface[] = ['popup', 'panel'];
  for (const surface of round % 2 === 0 ? surfaces : surfaces.toReversed()) {
    const { page, opening } = await opened(browser, surface);
    at[surface].push(opening.firstRows);
    if (surface === 'panel') at.ready.push(opening.ready);
    await closed(page);
    if (round < TRACED) at.longest.push(await longestOpening(browser, surface));
  }
}

/** The first of the two finds the browser colder than the second: they alternate. */
async function changed({ profile = '' }: Partial<Filled> = {}, count: number): Promise<Large['bulk']> {
  const browser = await Chromium.launch({ profile });
  const bulk = await timeBulk(await browser.open(browser.address('options.html')), count);
  await browser.close();
  return bulk;
}

/** In a browser of its own: the rivals need much memory. */
async function computeApart(size: number): Promise<Computed> {
  const browser = await chromium.launch({
    executablePath: executable('chromium'),
    args: ['--no-sandbox', '--js-flags=--max-old-space-size=8000'],
  });
  try {
    return await compute(browser, size);
  } finally {
    await browser.close();
  }
}
