import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Worker } from 'playwright-core';
import { bundle } from '../../scripts/bench/bundle';
import { unpacked } from '../../scripts/package';
import type { Entry } from '../../utils/domain/entry';
import { Chromium } from '../browsers/chromium';
import { until } from '../browsers/until';
import { within } from '../browsers/within';
import { type Replica, startReplica } from '../site/server';
import { skew } from './clock';
import { type Disk, makeDisk } from './disk';
import { endProcess, processesOf } from './processes';

/** What the bundle defines in a page. */
export interface Bundled {
  keeping: typeof import('./library-bundle');
}

/** The stored data: the entries, and whether every row is intact. */
export interface Kept {
  entries: Entry[];
  faults: number;
}

/** How long a browser may take to answer before it counts as gone, in milliseconds. */
const PATIENCE = 40_000;

/**
 * A browser with the packed extension that may be killed or crash and is restarted, with its own disk, replica and
 * copy of the package: two rigs share nothing.
 */
export class Rig {
  browser!: Chromium; // set by `launch`, which `create` awaits
  /** A page of the extension's origin that contains only the repository. */
  bench!: Page; // as above
  /** How often the browser was gone without having been killed. */
  vanished = 0;
  /** How far the clock of every page is ahead, in milliseconds. */
  #ahead = 0;
  #isOpen = false;
  #isClosed = false;
  #id = '';

  private constructor(
    readonly replica: Replica,
    readonly disk: Disk,
    private readonly code: string,
  ) {}

  static async create(): Promise<Rig> {
    const [replica, code] = await Promise.all([
      startReplica(),
      bundle('tests/faults/library-bundle.ts', 'keeping'),
    ]);
    const rig = new Rig(replica, makeDisk(), code);
    cpSync(unpacked('chrome'), rig.extension, { recursive: true });
    await rig.launch();
    return rig;
  }

  /** The folder of its copy of the package. */
  get extension(): string {
    return join(this.disk.folder, 'extension');
  }

  get #profile(): string {
    return join(this.disk.folder, 'profile');
  }

  /** If the browser does not start, it is started again, as a reader would. Throws if the rig was closed. */
  async launch(): Promise<void> {
    for (let times = 1; ; times++) {
      if (this.#isClosed) throw new Error('the rig was closed');
      try {
        return await within(2 * PATIENCE, 'a browser', this.#launchOnce());
      } catch (error) {
        await this.#end();
        if (times === 3) throw error;
      }
    }
  }

  async #launchOnce(): Promise<void> {
    this.browser = await Chromium.launch({
      replica: this.replica.port,
      profile: this.#profile,
      extension: this.extension,
      ...(this.#id && { id: this.#id }),
    });
    this.#id = this.browser.id;
    const { context } = this.browser;
    this.#isOpen = true;
    context.once('close', () => {
      if (this.browser.context === context) this.#isOpen = false;
    });
    this.#ahead = 0;
    await this.openBench().catch(async () => {
      // If it was killed before it had recorded that the extension is on again, the browser restarts with it off.
      const set = await this.switch();
      await set(true);
      await this.openBench();
    });
  }

  /**
   * Switches the extension on or off, in the browser's extensions page, opened now so that the switch takes no
   * time.
   */
  async switch(): Promise<(on: boolean) => Promise<void>> {
    const manager = await this.browser.open('chrome://extensions');
    return (on) => manager.evaluate(setEnabled, { id: this.browser.id, on });
  }

  async openBench(): Promise<void> {
    this.bench = await this.aBench();
  }

  /** One more page of the extension's origin with the repository. */
  async aBench(path = 'manifest.json'): Promise<Page> {
    const page = await this.browser.open(this.browser.address(path));
    await page.evaluate(this.code);
    return page;
  }

  /** Kills the browser's processes, as a crash or a power cut does. */
  async kill(): Promise<void> {
    const { context } = this.browser;
    const gone = this.#isOpen && new Promise((resolve) => context.once('close', resolve));
    await this.#end();
    if (gone) await within(PATIENCE, 'the end of the browser', gone).catch(() => {});
    this.#isOpen = false;
  }

  /** Every process of this profile, also of a start that never finished. */
  async #end(): Promise<void> {
    await until(() => {
      const ids = processesOf(this.#profile);
      for (const id of ids) endProcess(id);
      return ids.length === 0;
    }, 'the end of every process');
    for (const lock of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) {
      rmSync(join(this.#profile, lock), { force: true });
    }
  }

  /** A browser that answers: if it has crashed or hangs, it is restarted, as a reader would. */
  async revive(): Promise<void> {
    if (this.#isOpen && (await within(5000, 'an answer', this.bench.evaluate('true')).catch(() => false)))
      return;
    if (
      this.#isOpen &&
      (await within(
        10_000,
        'a page',
        this.openBench().then(() => true),
      ).catch(() => false))
    )
      return;
    this.vanished++;
    await this.restart();
  }

  async restart(): Promise<void> {
    await this.kill();
    await this.launch();
  }

  /** An empty library, no page but the bench, the right time. */
  async reset(): Promise<void> {
    this.disk.clear();
    if (this.#ahead !== 0) await this.restart();
    await this.revive();
    for (const page of this.browser.context.pages()) if (page !== this.bench) await page.close();
    const empty = this.bench.evaluate(async () => {
      // Left in the page by the bundle.
      const { keeping } = globalThis as unknown as Bundled;
      await keeping.forgetAll();
    });
    await within(PATIENCE, 'an empty library', empty);
  }

  read(): Promise<Kept> {
    const reading = this.bench.evaluate(async () => {
      const { keeping } = globalThis as unknown as Bundled;
      const library = keeping.library();
      const { faults } = await library.check();
      return { entries: await library.all(), faults: Object.keys(faults).length };
    });
    return within(PATIENCE, 'the library', reading);
  }

  /** What the product does after each change: some changes here bypassed it. */
  async remember(): Promise<void> {
    await this.bench.evaluate(() => (globalThis as unknown as Bundled).keeping.remember());
  }

  /** Everything at once: entries, addresses of the queue in order, addresses in the trash. */
  readAll(): Promise<{ entries: Entry[]; queue: string[]; trash: string[] }> {
    return this.bench.evaluate(async () => {
      const { keeping } = globalThis as unknown as Bundled;
      const library = keeping.library();
      const [entries, queue, trash] = await Promise.all([library.all(), library.queue(), library.trash()]);
      return { entries, queue: queue.map(({ url }) => url), trash: trash.map(({ url }) => url) };
    });
  }

  /** The background, awake. */
  async worker(): Promise<Worker> {
    await this.bench.evaluate(() => {
      // The page is one of the extension's own.
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(m: object): Promise<unknown> } };
      };
      return chrome.runtime.sendMessage({}).catch(() => {});
    });
    return this.browser.worker();
  }

  /** Sets the clock of every page and of the background. */
  async setClock(ahead: number): Promise<void> {
    this.#ahead = ahead;
    const code = `(${skew})(${ahead})`;
    const { context } = this.browser;
    await context.addInitScript(code);
    // One that is just being stopped never answers.
    const told = [
      ...context.pages().map((page) => page.evaluate(code)),
      ...context.serviceWorkers().map((worker) => worker.evaluate(code)),
    ];
    await Promise.allSettled(told.map((one) => within(3000, 'the clock', one)));
  }

  /** Undoes the last step, or redoes it; false if there are no steps, as in a restored library. */
  turn(way: 'undo' | 'redo'): Promise<boolean> {
    return this.bench.evaluate(async (back) => {
      const { keeping } = globalThis as unknown as Bundled;
      return (await keeping.library()[back]()) !== undefined;
    }, way);
  }

  /** Waits until the snapshots and the journal contain the whole library; if they never do, that is judged later. */
  async notesAreWritten(): Promise<void> {
    await until(
      () =>
        this.bench.evaluate(async () => {
          const { keeping } = globalThis as unknown as Bundled;
          return keeping.isWrittenDown();
        }),
      'the notes',
      3000,
    ).catch(() => {});
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.kill();
    await this.replica.close();
    this.disk.remove();
  }
}

/** Runs in the browser's extensions page. */
async function setEnabled({ id, on }: { id: string; on: boolean }): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: { management: { setEnabled(id: string, on: boolean): Promise<void> } };
  };
  await chrome.management.setEnabled(id, on);
}
