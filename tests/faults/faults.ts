import { execFileSync } from 'node:child_process';
import { closeSync, fstatSync, ftruncateSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { until } from '../browsers/until';
import type { Rig } from './rig';

/** Something that goes wrong at any moment. */
export interface Fault {
  name: string;
  /** A folder on a disk that can be filled, where it needs one. */
  disk?: string;
  /**
   * Makes everything ready before the task begins, so that the blow falls at once when it is asked for.
   * @param part from 0 to 1: how far into the task it shall come, for a fault that is a state and no event
   */
  arm(rig: Rig, page: Page, part: number): Promise<() => unknown>;
  /** What a reader does next: the browser is started again, the disk is cleared. */
  heal(rig: Rig): Promise<void>;
}

const stopWorker: Fault = {
  name: 'worker stopped',
  async arm(rig) {
    const cdp = await rig.browser.context.newCDPSession(rig.bench);
    await cdp.send('ServiceWorker.enable');
    return () => cdp.send('ServiceWorker.stopAllWorkers');
  },
  async heal() {},
};

const closePage: Fault = {
  name: 'page closed',
  arm: async (_rig, page) => () => page.close(),
  async heal() {},
};

const reload: Fault = {
  name: 'extension reloaded',
  async arm(rig) {
    // Without it the browser disables what was loaded from a folder.
    await rig.browser.manage('updateProfileConfiguration', { inDeveloperMode: true });
    const worker = await rig.worker();
    return () =>
      worker.evaluate(() => {
        // The background has the extension's own API.
        const { chrome } = globalThis as unknown as { chrome: { runtime: { reload(): void } } };
        chrome.runtime.reload();
      });
  },
  async heal(rig) {
    await until(async () => {
      await rig.openBench();
      return true;
    }, 'the extension again');
  },
};

const kill: Fault = {
  name: 'browser killed',
  arm: async (rig) => () => rig.kill(),
  heal: (rig) => rig.launch(),
};

/** A disk of memory, of this size: a full one is as full as any. */
const SIZE = '160m';

/** The disk of the `full` fault, or undefined where this machine does not let one be made. */
export function smallDisk(): { folder: string; remove(): void } | undefined {
  const folder = join(tmpdir(), 'caixin-small-disk');
  try {
    mkdirSync(folder, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return {
    folder,
    remove() {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What the tasks write at most, in bytes. */
const ROOM = 160_000;

/** Fills the disk, sooner or later in the task. */
function full(disk: string): Fault {
  const filler = join(disk, 'filler');
  return {
    name: 'disk full',
    disk,
    async arm(_rig, _page, part) {
      // The less room is left, the earlier in the task the disk is full.
      fill(filler, Math.round(part * ROOM));
      return () => {};
    },
    async heal(rig) {
      rmSync(filler, { force: true });
      // The browser gives its database up after such a failure and opens it anew.
      await until(() => rig.read(), 'the library again');
    },
  };
}

/** Leaves so many bytes. */
function fill(path: string, room: number): void {
  const file = openSync(path, 'w');
  try {
    for (let piece = Buffer.alloc(65_536, 1); piece.length > 0; ) {
      try {
        writeSync(file, piece);
      } catch {
        piece = piece.subarray(0, Math.floor(piece.length / 2));
      }
    }
    ftruncateSync(file, Math.max(0, fstatSync(file).size - room));
  } finally {
    closeSync(file);
  }
}

/** Every fault this machine can make. */
export function faults(disk: string | undefined): Fault[] {
  return [stopWorker, closePage, reload, kill, ...(disk ? [full(disk)] : [])];
}
