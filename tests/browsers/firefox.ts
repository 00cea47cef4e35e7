import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { unpacked } from '../../scripts/package';
import { executable } from './executables';
import { type AskRoot, OnPage } from './on-page';
import { until } from './until';

export interface FirefoxOptions {
  /** Port of the replica, which acts as a proxy; without it the browser uses the real web. */
  replica?: number;
  /** Language of the browser's user interface. */
  language?: 'zh_CN' | 'en';
  dark?: boolean;
  headless?: boolean;
  /** The folder of an extension to install instead of the package: a changed copy of it. */
  extension?: string;
}

/** The host part of the addresses of its pages. */
const ADDRESS = '5f4c1bd2-6a0e-4a53-9d0b-6f7e2f4a9c11';

/** A real Firefox with the packed extension in it. */
export class Firefox {
  private constructor(readonly browser: Browser) {}

  static async launch(options: FirefoxOptions = {}): Promise<Firefox> {
    const { headless = true, extension = unpacked('firefox') } = options;
    const browser = await launch({
      browser: 'firefox',
      executablePath: executable('firefox'),
      headless,
      acceptInsecureCerts: true,
      defaultViewport: headless ? { width: 1280, height: 900 } : null,
      // Without it the debugger cannot see the extension's own pages (Firefox 138 and newer).
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: preferences(options, idOf(extension)),
    });
    await browser.installExtension(extension);
    return new Firefox(browser);
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  /** Opens an address in the first tab. */
  async visit(url: string): Promise<void> {
    const page = (await this.browser.pages())[0] ?? (await this.browser.newPage());
    await page.goto(url);
  }

  /** Resolves when the reader has closed the browser. */
  closed(): Promise<void> {
    return new Promise((resolve) => this.browser.once('disconnected', () => resolve()));
  }

  /** The address of a page of the extension. */
  address(path: string): string {
    return `moz-extension://${ADDRESS}/${path}`;
  }

  /** Opens a web page, and returns our controls once they are there. */
  async list(url: string): Promise<{ page: Page; ours: OnPage }> {
    const page = await this.browser.newPage();
    await page.goto(url);
    return { page, ours: await new OnPage(page, caller(this.browser, page)).ready() };
  }

  /** A page of the extension in a tab of its own, once it shows something. */
  async open(path: string): Promise<Page> {
    const page = await this.browser.newPage();
    // Navigation to a page of an extension never settles in Firefox's WebDriver BiDi: it is started, then polled.
    page.goto(this.address(path)).catch(() => {});
    await until(() => page.evaluate(() => document.querySelector('#app')?.childElementCount), path);
    return page;
  }

  /** The popup in a tab of its own, for the page in the given tab: the same document as the real one. */
  async popup(of?: Page): Promise<Page> {
    const id = of ? await this.tabId(of) : undefined;
    const page = await this.open(`popup.html${id === undefined ? '' : `?tab=${id}`}`);
    await page.setViewport({ width: 400, height: 600 });
    return page;
  }

  /** The sidebar's document in a tab of its own. */
  async panel(): Promise<Page> {
    const page = await this.open('sidepanel.html');
    await page.setViewport({ width: 400, height: 800 });
    return page;
  }

  /** Shows the front page as it would be printed. */
  async showAsPrinted(): Promise<void> {
    const { connection } = this.browser as unknown as Bidi;
    // The browser's own window (Firefox's `moz:scope`), whose tabs have a media type that can be set.
    const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const [window] = result.contexts ?? [];
    await connection.send('script.callFunction', {
      functionDeclaration: "() => { gBrowser.selectedBrowser.browsingContext.mediumOverride = 'print'; }",
      target: { context: window?.context },
      awaitPromise: true,
    });
  }

  /** The browser's number of a tab. */
  async tabId(page: Page): Promise<number> {
    const url = page.url();
    const caller = await this.open('options.html');
    const id = await until(() => caller.evaluate(findTab, url), 'the tab by its address');
    await caller.close();
    return id;
  }
}

function idOf(extension: string): string {
  // Written by the build.
  const manifest: { browser_specific_settings: { gecko: { id: string } } } = JSON.parse(
    readFileSync(join(extension, 'manifest.json'), 'utf8'),
  );
  return manifest.browser_specific_settings.gecko.id;
}

function preferences({ replica, language = 'zh_CN', dark }: FirefoxOptions, id: string) {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [id]: ADDRESS }),
    'intl.locale.requested': language.replace('_', '-'),
    'intl.accept_languages': language.replace('_', '-'),
    'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
    'ui.systemUsesDarkTheme': dark ? 1 : 0,
    ...(replica !== undefined && {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': replica,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': replica,
      'network.proxy.no_proxies_on': '',
    }),
  };
}

/** The part of WebDriver BiDi that is used beside Puppeteer, which cannot reach into a closed shadow root. */
interface Bidi {
  connection: { send(method: string, params: object): Promise<{ result: BidiResult }> };
}

interface BidiResult {
  type: string;
  contexts?: { context: string }[];
  result?: { value?: { children?: { value?: { shadowRoot?: { sharedId: string } | null } }[] } & string };
  exceptionDetails?: { text: string };
}

function caller(browser: Browser, page: Page): AskRoot {
  // Both exist, but not in Puppeteer's public types.
  const { connection } = browser as unknown as Bidi;
  const { _id: context } = page.mainFrame() as unknown as { _id: string };
  const call = async (functionDeclaration: string, more: object) => {
    const target = { context, sandbox: 'tests' };
    const { result } = await connection.send('script.callFunction', {
      functionDeclaration,
      target,
      awaitPromise: true,
      ...more,
    });
    if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
    return result.result?.value;
  };
  return async (run, argument = '') => {
    const html = await call('() => document.documentElement', {
      serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
    });
    const root = html?.children?.map(({ value }) => value?.shadowRoot).find(Boolean);
    if (!root) throw new Error('nothing of ours on the page');
    const { sharedId } = root;
    const body = `(root, argument) => JSON.stringify((${run.toString()})(root, argument) ?? null)`;
    const answer = await call(body, { arguments: [{ sharedId }, { type: 'string', value: argument }] });
    return JSON.parse(answer ?? 'null');
  };
}

async function findTab(url: string): Promise<number | undefined> {
  // The page has the extension's own API.
  const { browser } = globalThis as unknown as {
    browser: { tabs: { query(q: object): Promise<{ id: number; url?: string }[]> } };
  };
  return (await browser.tabs.query({})).find((tab) => tab.url === url)?.id;
}
