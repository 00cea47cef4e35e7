import { rmSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { Chromium } from '../../tests/browsers/chromium';
import { executable } from '../../tests/browsers/executables';
import { type Figures, quantile } from './figures';
import { timeBulk } from './large/bulk';
import { type Computed, compute } from './large/compute';
import { closed, type Filled, filled, opened, type Use, used } from './large/surfaces';

const ROUNDS = 15;

/** What was measured at one size; times in milliseconds. */
export interface AtSize {
  size: number;
  popup: number[];
  panel: number[];
  ready: number[];
  /** The longest task of each opening. */
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
  // In turn, so that whatever else the machine does falls on all of them alike.
  for (let round = 0; round < ROUNDS; round++)
    for (const [n, browser] of browsers.entries()) await openOnce(browser, sizes[n] ?? NOTHING(), round);
  for (const [n, browser] of browsers.entries()) (sizes[n] ?? NOTHING()).use = await used(browser);
  const bulk = await changed(browsers.at(-1), Math.min(10_000, size));
  for (const { profile } of browsers) rmSync(profile, { recursive: true, force: true });
  const large = { sizes, bulk, computed: await computeApart(size) };
  tell(large, figures);
  return large;
}

const NOTHING = (): AtSize => ({
  size: 0,
  popup: [],
  panel: [],
  ready: [],
  longest: [],
  use: {
    painted: [],
    displayed: [],
    longTyping: [],
    longScrolling: [],
    memory: 0,
    memoryUsed: 0,
    memoryAfter: 0,
  },
});

/** The first of the two finds the browser colder than the other: they take turns. */
async function openOnce(browser: Filled, at: AtSize, round: number): Promise<void> {
  const surfaces = ['popup', 'panel'] as const;
  for (const surface of round % 2 === 0 ? surfaces : surfaces.toReversed()) {
    const { page, opening } = await opened(browser, surface);
    at[surface].push(opening.firstRows);
    if (surface === 'panel') at.ready.push(opening.ready);
    at.longest.push(opening.longest);
    await closed(page);
  }
}

/** Last of all: it changes the library. */
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

function tell({ sizes, bulk, computed }: Large, figures: Figures): void {
  const [few = NOTHING()] = sizes;
  const many = sizes.at(-1) ?? NOTHING();
  const middle = sizes.find(({ size }) => size === 20_000);
  const of = many.size.toLocaleString('en');
  figures.pair(`popup: open to first rows, ${of} against 100`, many.popup, few.popup, 1.3);
  figures.pair(`panel: open to first rows, ${of} against 100`, many.panel, few.panel, 1.5);
  for (const [at, aim] of [[many, 50] as const, ...(middle ? [[middle, 16] as const] : [])])
    tellKeys(at, aim, figures);
  const [ours] = computed.compared;
  for (const { name, times, built, recall, precision } of computed.compared) {
    figures.time(`query alone at ${of}, ${name}, median (built in ${(built / 1000).toFixed(1)} s)`, times);
    if (ours && name !== ours.name)
      figures.pair(`query alone at ${of}, ours against ${name}`, ours.times, times, 1);
    figures.add(`query alone at ${of}, ${name}, recall`, recall, '');
    figures.add(`query alone at ${of}, ${name}, precision`, precision, '');
  }
  figures.time(`index ready after opening the panel at ${of}`, many.ready, 1000);
  figures.time(`longest task over 50 ms while opening at ${of}, median of ${ROUNDS * 2}`, many.longest, 50);
  figures.add(
    `filter of three tags, p95, ${computed.tags} tags`,
    quantile(computed.tagFilters, 0.95),
    'ms',
    16,
  );
  figures.add('tag suggestions for a letter, p95', quantile(computed.suggestions, 0.95), 'ms', 10);
  figures.pair('tagging 10,000 entries against bare puts', bulk.ours, bulk.bare, 1.5);
  figures.add(`memory of the panel at ${of}, opened`, many.use.memory / 1e6, 'MB', 200);
  figures.add(`memory of the panel at ${of} after 100 searches`, many.use.memoryAfter / 1e6, 'MB', 200);
  figures.add(
    'memory after 100 searches against before',
    many.use.memoryAfter / many.use.memoryUsed,
    'x',
    1.1,
  );
  figures.add('long tasks over 50 ms while typing', many.use.longTyping.length, '', 0);
  figures.add('long tasks over 50 ms while scrolling', many.use.longScrolling.length, '', 0);
}

function tellKeys({ size, use }: AtSize, aim: number, figures: Figures): void {
  const of = size.toLocaleString('en');
  figures.add(`search: key to painted rows, p95 at ${of}`, quantile(use.painted, 0.95), 'ms', aim);
  figures.add(`search: key to painted rows, median at ${of}`, quantile(use.painted, 0.5), 'ms');
  figures.add(`search: key to rows on a display of 60 Hz, p95 at ${of}`, quantile(use.displayed, 0.95), 'ms');
}
