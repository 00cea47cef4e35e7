import { mkdirSync, rmSync } from 'node:fs';
import type { Page as ChromiumPage } from 'playwright-core';
import type { Page as FirefoxPage } from 'puppeteer-core';
import { Chromium } from '../tests/browsers/chromium';
import { Firefox } from '../tests/browsers/firefox';
import { type Replica, startReplica } from '../tests/site/server';
import { LIST, type StoryPage, story, type Tell } from '../tests/story/story';
import { findBrowsers } from './browsers.mjs';
import { pack } from './package';

const PICTURES = '.output/tour';

/**
 * Makes the package and opens it in a browser on a list of posts: on the replica of Caixin's blog, or with `--live`
 * on the real one. Without a display, or with `--tour`, does the whole job by itself instead, tells each step, and leaves
 * pictures of what it saw. `--firefox` takes Firefox where both browsers are there, `--en` English.
 */
export async function main(words: string[]): Promise<void> {
  const { chromium, firefox } = findBrowsers();
  const isFirefox = firefox !== undefined && (words.includes('--firefox') || chromium === undefined);
  const language = words.includes('--en') ? 'en' : 'zh_CN';
  pack(isFirefox ? 'firefox' : 'chrome');
  const isTour = words.includes('--tour') || (!words.includes('--live') && !hasDisplay());
  const replica = words.includes('--live') ? undefined : await startReplica();
  const options = { ...at(replica), language, headless: isTour || !hasDisplay() } as const;
  const browser = isFirefox ? await Firefox.launch(options) : await Chromium.launch(options);
  try {
    if (isTour) await tour(browser, language);
    else await play(browser, replica);
  } finally {
    await browser.close();
    await replica?.close();
  }
}

function at(replica: Replica | undefined): { replica?: number } {
  return replica ? { replica: replica.port } : {};
}

function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

async function tour(browser: Chromium | Firefox, language: 'zh_CN' | 'en'): Promise<void> {
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  let step = 0;
  const tell: Tell = async (done, saw, page: StoryPage) => {
    const path = `${PICTURES}/${String(++step).padStart(2, '0')}.png` as const;
    await page.screenshot({ path });
    say(`${step}. ${done}\n   ${saw}\n   ${path}`);
  };
  if (browser instanceof Firefox) await story<FirefoxPage>(browser, language, tell);
  else await story<ChromiumPage>(browser, language, tell);
}

/** Left to the reader until the window is closed. */
async function play(browser: Chromium | Firefox, replica: Replica | undefined): Promise<void> {
  await browser.visit(LIST);
  say(`${LIST}${replica ? ' (a replica of it on this machine; nothing leaves it)' : ''}`);
  say('Tick posts at their titles and save them in the bar below. Close the window to end.');
  await browser.closed();
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
