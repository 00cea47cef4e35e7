import type { Page } from 'playwright-core';
import { until } from '../browsers/until';
import { bumpVersion } from './bump-version';
import type { Rig } from './rig';

/** Something that goes wrong at any moment. */
export interface Fault {
  name: string;
  /** Only possible if the disk can be filled. */
  fillsDisk?: true;
  /**
   * What is reported if this deleted the stored data: the reader's own decision cannot be undone, but must be
   * reported.
   */
  told?: string;
  /**
   * Prepares everything before the task begins, so that the fault happens at once when it is called.
   * @param pages those that do the task
   * @param part from 0 to 1: how far into the task it shall come, for a fault that is a state and no event
   */
  arm(rig: Rig, pages: Page[], part: number): Promise<() => unknown>;
  /** What a reader does next: restarts the browser, frees disk space. */
  heal(rig: Rig): Promise<void>;
}

const nothing = async () => {};

const stopWorker: Fault = {
  name: 'worker stopped',
  async arm(rig) {
    const cdp = await rig.browser.context.newCDPSession(rig.bench);
    await cdp.send('ServiceWorker.enable');
    return () => cdp.send('ServiceWorker.stopAllWorkers');
  },
  heal: nothing,
};

/** Every call of the task meets a worker that is just being stopped or started. */
const keepStoppingWorker: Fault = {
  name: 'worker stopped over and over',
  async arm(rig, pages, part) {
    const stop = await stopWorker.arm(rig, pages, part);
    return async () => {
      for (let n = 0; n < 12; n++) await stop();
    };
  },
  heal: nothing,
};

const closePage: Fault = {
  name: 'page closed',
  arm: async (_rig, pages) => () => Promise.all(pages.map((page) => page.close())),
  heal: nothing,
};

const reload: Fault = {
  name: 'extension reloaded',
  async arm(rig) {
    // Without this the browser disables extensions that were loaded from a folder.
    await rig.browser.manage('updateProfileConfiguration', { inDeveloperMode: true });
    const worker = await rig.worker();
    return () =>
      worker.evaluate(() => {
        // The background has the extension's own API.
        const { chrome } = globalThis as unknown as { chrome: { runtime: { reload(): void } } };
        chrome.runtime.reload();
      });
  },
  heal: (rig) => comesBack(rig),
};

const update: Fault = {
  name: 'extension updated',
  async arm(rig, pages, part) {
    const strike = await reload.arm(rig, pages, part);
    bumpVersion(rig.extension);
    return strike;
  },
  heal: (rig) => comesBack(rig),
};

const disable: Fault = {
  name: 'extension disabled',
  async arm(rig) {
    await rig.browser.manage('updateProfileConfiguration', { inDeveloperMode: true });
    const strike = await rig.switch();
    return () => strike(false);
  },
  async heal(rig) {
    const strike = await rig.switch();
    await strike(true);
    await comesBack(rig);
  },
};

/** Its pages were closed with it, including that of the bench. */
async function comesBack(rig: Rig): Promise<void> {
  await until(async () => {
    await rig.openBench();
    return true;
  }, 'the extension again');
}

const kill: Fault = {
  name: 'browser killed',
  arm: async (rig) => () => rig.kill(),
  heal: (rig) => rig.launch(),
};

/** What the tasks write at most, in bytes. */
const ROOM = 160_000;

const full: Fault = {
  name: 'disk full',
  fillsDisk: true,
  async arm(rig, _pages, part) {
    // The less space is left, the earlier in the task the disk is full.
    rig.disk.fill(Math.round(part * ROOM));
    return nothing;
  },
  async heal(rig) {
    rig.disk.clear();
    // After such a failure the browser closes its database and opens it again, or it has crashed.
    await until(() => rig.read(), 'the library again', 5000).catch(() => {});
  },
};

const fullAndKilled: Fault = {
  ...full,
  name: 'disk full, then browser killed',
  arm: async (rig, pages, part) => {
    await full.arm(rig, pages, part);
    return () => rig.kill();
  },
  async heal(rig) {
    rig.disk.clear();
    await rig.launch();
  },
};

/** The browser reports that the extension's quota is exhausted. */
const quota: Fault = {
  name: 'no more room allowed',
  async arm(rig, _pages, part) {
    const [cdp, origin] = await storageOf(rig);
    const quotaSize = Math.round(part * ROOM);
    return () => cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
  },
  async heal(rig) {
    const [cdp, origin] = await storageOf(rig);
    await cdp.send('Storage.overrideQuotaForOrigin', { origin });
  },
};

const HOUR = 3_600_000;

/** Afterwards the browser deletes its databases, as it does with damaged ones: the separate copy must be complete. */
const clockBack: Fault = {
  name: 'clock back an hour, then databases gone',
  arm: async (rig) => () => rig.setClock(-HOUR),
  heal: (rig) => dropDatabases(rig),
};

const clockAhead: Fault = {
  name: 'clock a year ahead and back, then databases gone',
  async arm(rig) {
    await rig.setClock(365 * 24 * HOUR);
    return () => rig.setClock(0);
  },
  heal: (rig) => dropDatabases(rig),
};

const asleep: Fault = {
  name: 'machine asleep for a day',
  async arm(rig, pages, part) {
    const stop = await stopWorker.arm(rig, pages, part);
    const sessions = await Promise.all(pages.map((page) => rig.browser.context.newCDPSession(page)));
    const all = (state: 'frozen' | 'active') =>
      Promise.all(sessions.map((cdp) => cdp.send('Page.setWebLifecycleState', { state })));
    return async () => {
      await all('frozen');
      await stop();
      await rig.setClock(24 * HOUR);
      await all('active');
    };
  },
  heal: nothing,
};

const clear: Fault = {
  name: 'site data cleared',
  told: '书库不在了',
  async arm(rig) {
    const [cdp, origin] = await storageOf(rig);
    return () => cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  },
  heal: nothing,
};

const dropped: Fault = {
  name: 'databases gone',
  async arm() {
    return nothing;
  },
  heal: (rig) => dropDatabases(rig),
};

/** What Chromium does if it finds its database files damaged. */
async function dropDatabases(rig: Rig): Promise<void> {
  await rig.notesAreWritten();
  const [cdp, origin] = await storageOf(rig);
  await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
}

async function storageOf(rig: Rig) {
  const cdp = await rig.browser.context.newCDPSession(rig.bench);
  return [cdp, `chrome-extension://${rig.browser.id}`] as const;
}

/** Every fault that this machine can produce. */
export function faults(canFill: boolean): Fault[] {
  const all = [
    stopWorker,
    keepStoppingWorker,
    closePage,
    reload,
    update,
    disable,
    kill,
    full,
    fullAndKilled,
    quota,
    clockBack,
    clockAhead,
    asleep,
    clear,
    dropped,
  ];
  return all.filter(({ fillsDisk }) => canFill || !fillsDisk);
}
