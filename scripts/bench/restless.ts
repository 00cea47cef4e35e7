import type { CDPSession, Page } from 'playwright-core';
import { Chromium } from '../../tests/browsers/chromium';
import type { Figures } from './figures';

/** How long a page is watched, in milliseconds. */
const WHILE = 4000;

/** What a page does that never rests, each as a function that begins it. All of it runs until the page is left. */
const RESTLESS: Record<string, () => void> = {
  'a style that changes every 13 ms': () => {
    const one = document.body.appendChild(document.createElement('div'));
    let n = 0;
    setInterval(() => {
      one.style.opacity = String((n++ % 10) / 10);
    }, 13);
  },
  'a class that comes and goes each frame': () => {
    const list = document.querySelector('a')?.parentElement;
    const turn = () => {
      list?.classList.toggle('turned');
      requestAnimationFrame(turn);
    };
    turn();
  },
  'a text that changes each frame': () => {
    const one = document.body.appendChild(document.createElement('p'));
    const turn = () => {
      one.textContent = new Date().toISOString();
      requestAnimationFrame(turn);
    };
    turn();
  },
  'a node that comes and goes each frame': () => {
    const one = document.createElement('div');
    const turn = () => {
      if (one.isConnected) one.remove();
      else document.body.append(one);
      requestAnimationFrame(turn);
    };
    turn();
  },
  'five hundred elements that move each frame': () => {
    const box = document.body.appendChild(document.createElement('div'));
    box.style.position = 'fixed';
    const all = Array.from({ length: 500 }, () => box.appendChild(document.createElement('i')));
    let n = 0;
    const turn = () => {
      n++;
      for (const one of all) one.style.transform = `translateX(${n % 100}px)`;
      requestAnimationFrame(turn);
    };
    turn();
  },
  'a row that is hidden and shown each frame': () => {
    const row = document.querySelector<HTMLElement>('.row, h2');
    const turn = () => {
      if (row) row.style.display = row.style.display ? '' : 'none';
      requestAnimationFrame(turn);
    };
    turn();
  },
  'an inner box that scrolls each frame': () => {
    const box = document.body.appendChild(document.createElement('div'));
    box.style.cssText = 'height:50px;overflow:scroll';
    box.innerHTML = '<div style="height:9000px"></div>';
    let n = 0;
    const turn = () => {
      box.scrollTop = n++;
      requestAnimationFrame(turn);
    };
    turn();
  },
  'transitions that end each frame': () => {
    const turn = () => {
      document.body.dispatchEvent(new Event('transitionend'));
      requestAnimationFrame(turn);
    };
    turn();
  },
  'an address that changes each frame': () => {
    let n = 0;
    const turn = () => {
      history.replaceState({}, '', `#${n++}`);
      requestAnimationFrame(turn);
    };
    turn();
  },
};

/** What a page that is never idle does, as functions that start it. All of it runs until the page is left. */
export async function benchRestless(replica: number, figures: Figures): Promise<void> {
  const browser = await Chromium.launch({ replica });
  try {
    for (const rows of [20, 300]) {
      for (const [name, begin] of Object.entries(RESTLESS)) {
        const { page } = await browser.list(`https://odd.blog.caixin.com/huge?count=${rows}`);
        const share = await shareOf(page, begin, browser.id);
        figures.add(`main thread, ${rows} rows and ${name}`, share, 'x', 0.05);
        await page.close();
      }
    }
  } finally {
    await browser.close();
  }
}

async function shareOf(page: Page, begin: () => void, id: string): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
  await page.evaluate(begin);
  await cdp.send('Profiler.start');
  await page.evaluate((time) => new Promise((done) => setTimeout(done, time)), WHILE);
  const share = await ourShare(cdp, id);
  await cdp.detach();
  return share;
}

/**
 * The share of the main thread that our content script uses on a page that is never idle, from a profile of
 * everything that runs.
 */
async function ourShare(cdp: CDPSession, id: string): Promise<number> {
  const { profile } = await cdp.send('Profiler.stop');
  const { nodes, samples = [], timeDeltas = [] } = profile;
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const isOurs = (at: number | undefined): boolean =>
    at !== undefined && (byId.get(at)?.callFrame.url.includes(id) || isOurs(parents.get(at)));
  const ours = new Map(nodes.map((node) => [node.id, isOurs(node.id)]));
  const time = samples.reduce((sum, at, n) => sum + (ours.get(at) ? (timeDeltas[n] ?? 0) : 0), 0);
  return time / (profile.endTime - profile.startTime);
}
