import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unpacked } from '../../scripts/package';
import { executable } from './executables';
import { until } from './until';

interface Target {
  type: string;
  url: string;
  webSocketDebuggerUrl: string;
}

interface Answer {
  id?: number;
  method?: string;
  params?: { context?: { id: number; auxData?: { isDefault?: boolean } } };
  error?: { message: string };
  result?: {
    result?: { value?: unknown };
    exceptionDetails?: { text: string; exception?: { description?: string } };
  };
}

/**
 * A Chromium with the packed extension and no driver, since drivers switch off prerendering
 * (`Page.setPrerenderingAllowed`). The tests use the Chrome DevTools Protocol directly.
 */
export class RawChromium {
  private constructor(
    private readonly child: ChildProcess,
    private readonly profile: string,
    private readonly port: string,
  ) {}

  static async launch(replica: number, url: string): Promise<RawChromium> {
    const profile = mkdtempSync(join(tmpdir(), 'caixin-clipper-raw-'));
    const build = resolve(unpacked('chrome'));
    const switches = [
      '--headless=new',
      '--no-sandbox',
      '--no-first-run',
      '--ignore-certificate-errors',
      '--disable-component-update',
      '--disable-sync',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      `--disable-extensions-except=${build}`,
      `--load-extension=${build}`,
      `--host-resolver-rules=MAP * 127.0.0.1:${replica}`,
    ];
    const child = spawn(executable('chromium'), [...switches, url], { stdio: 'ignore' });
    // Its first line is the port, once it is known.
    const file = join(profile, 'DevToolsActivePort');
    const port = await until(
      () => readFileSync(file, 'utf8').split('\n')[0],
      'the port of the debugger',
      30_000,
    );
    return new RawChromium(child, profile, port);
  }

  async close(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill();
    await gone;
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Runs an expression, with a user gesture, in the first target whose type and address match; returns its value. */
  async ask(type: string, address: string, expression: string): Promise<unknown> {
    const found = await until(async () => {
      const list = await fetch(`http://127.0.0.1:${this.port}/json/list`);
      // A target as the browser's debugger describes it.
      const targets = (await list.json()) as Target[];
      return targets.find((one) => one.type === type && one.url.includes(address));
    }, `${type} ${address}`);
    const socket = new WebSocket(found.webSocketDebuggerUrl);
    await once(socket, 'open');
    const { promise, resolve: hear } = Promise.withResolvers<Answer>();
    const params = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    socket.onmessage = ({ data }) => {
      const said: Answer = JSON.parse(String(data));
      if (said.id === 2) hear(said);
      // A worker that is just starting has no API before its context is reported; a page's own
      // context may be reported after that of a content script.
      const context = said.method === 'Runtime.executionContextCreated' ? said.params?.context : undefined;
      if (!context || context.auxData?.isDefault === false) return;
      const asked = { ...params, contextId: context.id };
      socket.send(JSON.stringify({ id: 2, method: 'Runtime.evaluate', params: asked }));
    };
    socket.send(JSON.stringify({ id: 1, method: 'Runtime.enable' }));
    const { result, error } = await promise;
    socket.close();
    if (error) throw new Error(error.message);
    const { exceptionDetails: failed } = result ?? {};
    if (failed) throw new Error(failed.exception?.description ?? failed.text);
    return result?.result?.value;
  }
}
