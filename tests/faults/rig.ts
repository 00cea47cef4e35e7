import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Worker } from 'playwright-core';
import { bundle } from '../../scripts/bench/bundle';
import type { Entry } from '../../utils/entry';
import { Chromium } from '../browsers/chromium';
import { type Replica, startReplica } from '../site/server';

/** What the bundle leaves in a page. */
export interface Bundled {
  keeping: typeof import('./library-bundle');
}

/** What is kept: the entries, and whether every row is well. */
export interface Kept {
  entries: Entry[];
  faults: number;
}

/** A browser with the packed extension that may be killed and come back, on a disk that may be full. */
export class Rig {
  browser!: Chromium; // set by `launch`, which `create` awaits
  /** A page of the extension's origin that holds nothing of the extension but the repository. */
  bench!: Page; // as above

  #processes: number[] = [];

  private constructor(
    readonly replica: Replica,
    private readonly code: string,
    private readonly folder: string,
  ) {}

  /** @param disk a folder on a small disk of its own; without it a folder for temporary files */
  static async create(disk?: string): Promise<Rig> {
    const [replica, code] = await Promise.all([
      startReplica(),
      bundle('tests/faults/library-bundle.ts', 'keeping'),
    ]);
    const rig = new Rig(replica, code, mkdtempSync(join(disk ?? tmpdir(), 'caixin-faults-')));
    await rig.launch();
    return rig;
  }

  async launch(): Promise<void> {
    this.browser = await Chromium.launch({ replica: this.replica.port, profile: this.folder });
    const found = execFileSync('pgrep', ['-f', `user-data-dir=${this.folder}`], { encoding: 'utf8' });
    this.#processes = found.split('\n').filter(Boolean).map(Number);
    await this.openBench();
  }

  async openBench(): Promise<void> {
    this.bench = await this.browser.open(this.browser.address('manifest.json'));
    await this.bench.evaluate(this.code);
  }

  /** Ends the browser's processes without a word, as a crash or a power cut does. */
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.browser.context.once('close', resolve));
    for (const id of this.#processes) {
      try {
        process.kill(id, 'SIGKILL');
      } catch {
        // It was gone already.
      }
    }
    await gone;
    for (const lock of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) {
      rmSync(join(this.folder, lock), { force: true });
    }
  }

  /** An empty library, and no page but the bench. */
  async reset(): Promise<void> {
    for (const page of this.browser.context.pages()) if (page !== this.bench) await page.close();
    await this.bench.evaluate(async () => {
      // Left in the page by the bundle.
      const { keeping } = globalThis as unknown as Bundled;
      await keeping.forgetAll();
    });
  }

  read(): Promise<Kept> {
    return this.bench.evaluate(async () => {
      const { keeping } = globalThis as unknown as Bundled;
      const library = keeping.library();
      const { faults } = await library.check();
      return { entries: await library.all(), faults: Object.keys(faults).length };
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

  /** Takes back the last step; false where the steps are gone, as in a library that was made anew. */
  undo(): Promise<boolean> {
    return this.bench.evaluate(async () => {
      const { keeping } = globalThis as unknown as Bundled;
      return (await keeping.library().undo()) !== undefined;
    });
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.replica.close();
    if (existsSync(this.folder)) rmSync(this.folder, { recursive: true, force: true });
  }
}
