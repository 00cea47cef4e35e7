import type { BrowserContext, CDPSession } from 'playwright-core';
import { until } from './until';

interface Answer {
  id?: number;
  result?: { result?: { value?: unknown }; data?: string; exceptionDetails?: { text: string } };
  error?: { message: string };
}

/**
 * The browser's real side panel. Playwright has no page for it: the debugger is attached through the browser, one
 * message at a time (Chrome DevTools Protocol, Target domain).
 */
export class SidePanel {
  #count = 0;

  private constructor(
    private readonly cdp: CDPSession,
    private readonly sessionId: string,
  ) {}

  /** Attaches to the panel once it is open. */
  static async of(context: BrowserContext): Promise<SidePanel> {
    const cdp = await context.browser()?.newBrowserCDPSession();
    if (!cdp) throw new Error('this browser has no debugger');
    const target = await until(async () => {
      const { targetInfos } = await cdp.send('Target.getTargets');
      return targetInfos.find(({ url }) => url.includes('sidepanel.html'));
    }, 'the side panel');
    const { sessionId } = await cdp.send('Target.attachToTarget', {
      targetId: target.targetId,
      flatten: false,
    });
    return new SidePanel(cdp, sessionId);
  }

  /** Runs a function in the panel and returns what it returns, as JSON. */
  async evaluate<T>(run: (argument: string) => T | Promise<T>, argument = ''): Promise<T> {
    const expression = `(${run.toString()})(${JSON.stringify(argument)})`;
    const answer = await this.#send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
    // The function's own type determines the type of its result.
    return answer.result?.value as T;
  }

  /** The text of the panel. */
  text(): Promise<string> {
    return this.evaluate(() => document.body.innerText);
  }

  async screenshot(): Promise<Buffer> {
    const { data = '' } = await this.#send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
  }

  #send(method: string, params: object): Promise<NonNullable<Answer['result']>> {
    const id = ++this.#count;
    return new Promise((resolve, reject) => {
      const hear = ({ sessionId, message }: { sessionId: string; message: string }) => {
        const answer = JSON.parse(message) as Answer;
        if (sessionId !== this.sessionId || answer.id !== id) return;
        this.cdp.off('Target.receivedMessageFromTarget', hear);
        if (answer.error) reject(new Error(answer.error.message));
        else resolve(answer.result ?? {});
      };
      this.cdp.on('Target.receivedMessageFromTarget', hear);
      const message = JSON.stringify({ id, method, params });
      this.cdp.send('Target.sendMessageToTarget', { sessionId: this.sessionId, message }).catch(reject);
    });
  }
}
