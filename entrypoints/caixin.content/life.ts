import { browser } from 'wxt/browser';

/** How often the address is looked at where the browser does not tell that it changed, in milliseconds. */
const OFTEN = 1000;

/**
 * How long this script lives: until the extension was updated and a newer script came. It stands in the place of WXT's own
 * context (see wxt.config.ts), which takes five times the room, tells every page of the extension by a posted message, and
 * lets a page end the script with an event of its own.
 */
export class ContentScriptContext {
  readonly #life = new AbortController();
  readonly signal = this.#life.signal;

  constructor() {
    const name = `${browser.runtime.id}:started`;
    document.dispatchEvent(new Event(name));
    // Only a script without an extension behind it has anything to end for: a page may say the same.
    const end = () => !browser.runtime?.id && this.#life.abort();
    document.addEventListener(name, end, { signal: this.signal });
  }

  addEventListener(target: EventTarget, type: string, listener: EventListener): void {
    const { signal } = this;
    if (type !== 'wxt:locationchange') target.addEventListener(type, listener, { signal });
    else if (window.navigation) navigation.addEventListener('currententrychange', listener, { signal });
    else this.#look(listener);
  }

  #look(listener: EventListener): void {
    let { href } = location;
    const timer = setInterval(() => {
      if (href !== location.href) listener(new Event('locationchange'));
      ({ href } = location);
    }, OFTEN);
    this.signal.addEventListener('abort', () => clearInterval(timer));
  }
}
