import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { unpacked } from '../../scripts/package';
import { executable } from './executables';
import type { OnPage } from './on-page';
import { onPage } from './shadow';
import { SidePanel } from './side-panel';
import { until } from './until';

export interface ChromiumOptions {
  /** Port of the replica; without it the browser uses the real web. */
  replica?: number;
  /** Language of the browser's user interface. */
  language?: 'zh_CN' | 'en';
  dark?: boolean;
  headless?: boolean;
  /** The folder of an extension to install instead of the package: a changed copy of it. */
  extension?: string;
  /** An existing profile to use; a fresh one without it. */
  profile?: string;
  /** The extension's id if it is known: after a crash its background may not run before the id is needed. */
  id?: string;
  /** Further command line arguments of the browser. */
  switches?: string[];
}

/** A real Chromium with the packed extension in it. */
export class Chromium {
  private constructor(
    readonly context: BrowserContext,
    readonly id: string,
  ) {}

  static async launch(options: ChromiumOptions = {}): Promise<Chromium> {
    const {
      replica,
      language = 'zh_CN',
      dark,
      headless = true,
      extension = unpacked('chrome'),
      profile = '',
      id,
      switches = [],
    } = options;
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: executable('chromium'),
      headless: false,
      viewport: null,
      colorScheme: dark ? 'dark' : 'light',
      ignoreHTTPSErrors: true,
      // Pages are restored from the back/forward cache, as they are for a reader.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
      env: { ...process.env, LANGUAGE: language, LANG: `${language === 'en' ? 'en_US' : language}.UTF-8` },
      args: [
        ...argumentsOf(replica, headless),
        `--disable-extensions-except=${extension}`,
        `--load-extension=${extension}`,
        `--lang=${language.replace('_', '-')}`,
        ...switches,
      ],
    });
    return new Chromium(context, id ?? (await idOf(context)));
  }

  /** The same browser without any extension. */
  static bare(replica: number): Promise<BrowserContext> {
    return chromium.launchPersistentContext('', {
      executablePath: executable('chromium'),
      headless: false,
      ignoreHTTPSErrors: true,
      args: argumentsOf(replica, true),
    });
  }

  close(): Promise<void> {
    return this.context.close();
  }

  /** Opens an address in the first tab. */
  async visit(url: string): Promise<void> {
    const page = this.context.pages()[0] ?? (await this.context.newPage());
    await page.goto(url);
  }

  /** Resolves when the reader has closed the browser. */
  async closed(): Promise<void> {
    await this.context.waitForEvent('close', { timeout: 0 });
  }

  /** The address of a page of the extension. */
  address(path: string): string {
    return `chrome-extension://${this.id}/${path}`;
  }

  async open(url: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(url);
    return page;
  }

  /** Opens a web page, and returns our controls once they are there. */
  async list(url: string): Promise<{ page: Page; ours: OnPage }> {
    const page = await this.open(url);
    return { page, ours: await this.ours(page) };
  }

  /** Our controls on a page, once they are there. */
  async ours(page: Page): Promise<OnPage> {
    return (await onPage(page)).ready();
  }

  /** The popup in a tab of its own, for the page in the given tab: the same document as the real one. */
  async popup(of?: Page | number): Promise<Page> {
    const tab = typeof of === 'object' ? await this.tabId(of) : of;
    const page = await this.context.newPage();
    await page.setViewportSize({ width: 400, height: 600 });
    await page.goto(this.address(`popup.html${tab === undefined ? '' : `?tab=${tab}`}`));
    return page;
  }

  /** The side panel's document in a tab of its own. */
  async panel(): Promise<Page> {
    const page = await this.open(this.address('sidepanel.html'));
    await page.setViewportSize({ width: 400, height: 800 });
    return page;
  }

  /** The real side panel, opened by a click on a page of the extension. */
  async sidePanel(): Promise<SidePanel> {
    const opener = await this.open(this.address('options.html'));
    await opener.evaluate(async () => {
      const { chrome } = globalThis as unknown as PanelApi;
      const { id } = await chrome.windows.getCurrent();
      const open = () => chrome.sidePanel.open({ windowId: id });
      document.body.addEventListener('click', open, { once: true, capture: true });
    });
    await opener.mouse.click(5, 5);
    const panel = await SidePanel.of(this.context);
    await opener.close();
    return panel;
  }

  /** The background, started again if it was stopped. */
  async worker(): Promise<Worker> {
    const found = this.context.serviceWorkers().find((one) => one.url().includes(this.id));
    return found ?? this.context.waitForEvent('serviceworker');
  }

  /** The browser's number of a tab. */
  async tabId(page: Page): Promise<number> {
    const caller = await this.context.newPage();
    await caller.goto(this.address('options.html'));
    await page.bringToFront();
    const id = await until(() => caller.evaluate(activeTab), 'the tab in front');
    await caller.close();
    return id;
  }

  /** Makes the browser's own extensions page do something. */
  async manage(call: string, settings: object): Promise<void> {
    const page = await this.open('chrome://extensions');
    await page.evaluate(
      ([name = '', text = '{}']) => {
        // This page of the browser has an API of its own.
        const { chrome } = globalThis as unknown as {
          chrome: { developerPrivate: Record<string, (settings: object) => Promise<void>> };
        };
        return chrome.developerPrivate[name]?.(JSON.parse(text));
      },
      [call, JSON.stringify(settings)],
    );
    await page.close();
  }

  /** Reloads the extension, as an update does. */
  async update(): Promise<void> {
    // Without this the browser disables extensions that were loaded from a folder.
    await this.manage('updateProfileConfiguration', { inDeveloperMode: true });
    await (await this.worker()).evaluate(() => {
      // The background has the extension's own API.
      const { chrome } = globalThis as unknown as { chrome: { runtime: { reload(): void } } };
      chrome.runtime.reload();
    });
  }

  /** Stops the background, as the browser does after half a minute. */
  async stopWorker(page: Page): Promise<void> {
    const cdp = await this.context.newCDPSession(page);
    await cdp.send('ServiceWorker.enable');
    await cdp.send('ServiceWorker.stopAllWorkers');
    await cdp.detach();
  }
}

/** The id of the extension, as reported by its background. */
async function idOf(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return new URL(worker.url()).host;
}

/** How every browser here is started. */
function argumentsOf(replica: number | undefined, headless: boolean): string[] {
  return [
    ...(headless ? ['--headless=new'] : []),
    ...(replica ? [`--host-resolver-rules=MAP * 127.0.0.1:${replica}`] : []),
    '--window-size=1280,900',
    '--no-sandbox',
    '--ignore-certificate-errors',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ];
}

/** The part of the extension API that tests call in its pages. */
interface PanelApi {
  chrome: {
    sidePanel: { open(where: { windowId: number }): void };
    windows: { getCurrent(): Promise<{ id: number }> };
  };
}

async function activeTab(): Promise<number | undefined> {
  // The page has the extension's own API.
  const { chrome } = globalThis as unknown as {
    chrome: { tabs: { query(q: object): Promise<{ id: number }[]>; getCurrent(): Promise<{ id: number }> } };
  };
  const [{ id: own }, [active]] = await Promise.all([
    chrome.tabs.getCurrent(),
    chrome.tabs.query({ active: true, currentWindow: true }),
  ]);
  return active?.id === own ? undefined : active?.id;
}
