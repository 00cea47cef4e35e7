import { Chromium } from '../tests/browsers/chromium';
import { startReplica } from '../tests/site/server';
import { Figures } from './bench/figures';
import { benchKeeping } from './bench/keeping';
import { benchLarge } from './bench/large';
import { writeReport } from './bench/large/report';
import { benchMarks } from './bench/marks';
import { benchPopup } from './bench/popup';
import { benchReading } from './bench/reading';
import { benchRestless } from './bench/restless';
import { benchTransfer } from './bench/transfer';
import { BUDGETS, sizes } from './check-size';
import { pack } from './package';

/**
 * Measures what the project promises, in a real Chromium, as ratios within one run: machines differ and are shared.
 * `--json FILE` writes the figures for a program to read. `--size N` measures instead what must not depend on how much
 * was saved, up to N entries; with `--docs` it writes `docs/performance.md` and its chart. `--reading` measures alone how a
 * page is read, `--restless` what pages cost that never rest.
 */
export async function main(words: string[]): Promise<void> {
  const figures = new Figures();
  if (!words.includes('--reading')) pack('chrome');
  const size = Number(words[words.indexOf('--size') + 1]);
  if (words.includes('--reading')) await withReplica((port) => benchReadingAlone(port, figures));
  else if (words.includes('--restless')) await withReplica((port) => benchRestless(port, figures));
  else if (!words.includes('--size')) await benchAll(figures);
  else {
    const large = await benchLarge(size, figures);
    if (words.includes('--docs')) writeReport(large, figures);
  }
  const file = words[words.indexOf('--json') + 1];
  if (words.includes('--json') && file) figures.write(file);
  for (const { name } of figures.missed) process.stdout.write(`missed its aim: ${name}\n`);
  if (figures.missed.length > 0) process.exitCode = 1;
}

/** Needs no package: the reading is put into the page. */
async function benchReadingAlone(port: number, figures: Figures): Promise<void> {
  const browser = await Chromium.bare(port);
  try {
    await benchReading(await browser.newPage(), figures);
  } finally {
    await browser.close();
  }
}

async function withReplica(work: (port: number) => Promise<void>): Promise<void> {
  const replica = await startReplica();
  try {
    await work(replica.port);
  } finally {
    await replica.close();
  }
}

async function benchAll(figures: Figures): Promise<void> {
  const replica = await startReplica();
  const browser = await Chromium.launch({ replica: replica.port });
  try {
    await benchReading(await browser.open('about:blank'), figures);
    await benchKeeping(await browser.open(browser.address('options.html')), figures);
  } finally {
    await browser.close();
  }
  await benchTransfer(replica.port, figures);
  await benchMarks(replica.port, figures);
  await benchPopup(replica.port, figures);
  await benchRestless(replica.port, figures);
  await replica.close();
  pack('firefox');
  // The names are those of the budgets.
  for (const [name, bytes] of Object.entries(sizes()) as [keyof typeof BUDGETS, number][]) {
    figures.add(name, bytes, 'bytes', BUDGETS[name]);
  }
}
