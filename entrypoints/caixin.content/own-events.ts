import { eventTypes } from './event-types';

/** Our elements on the page. */
export interface Own {
  host: Element;
  root: ShadowRoot;
  /**
   * Takes an event before the page gets it.
   *
   * @param isScripted a running script caused it
   */
  take(event: Event, isScripted: boolean): void;
}

/**
 * Shows our controls all events before anything else gets them: this listens on the window from document start, before any
 * script of the page.
 */
export function takeOwnEvents(find: () => Own | undefined, signal: AbortSignal): void {
  let isScripted = false;
  // Between two listeners the browser runs microtasks, unless the event was caused by a running script.
  const sense = () => {
    isScripted = true;
    queueMicrotask(() => {
      isScripted = false;
    });
  };
  const take = (event: Event) => find()?.take(event, isScripted);
  for (const type of eventTypes()) {
    const passive = /wheel|touch/i.test(type);
    window.addEventListener(type, sense, { capture: true, passive, signal });
    window.addEventListener(type, take, { capture: true, passive, signal });
  }
}
