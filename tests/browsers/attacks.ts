/** What a page can do, as functions that run in it. Each is self-contained: a driver sends its source to the page. */

/** What a page under attack stores between two calls. */
interface Heard {
  heard?: string[];
}

/** Listens for every event the browser knows, everywhere, and cancels and stops each. */
export function listenToAll(): void {
  const here = window as unknown as Heard;
  const heard: string[] = [];
  here.heard = heard;
  const types = new Set(
    'focusin focusout compositionstart compositionupdate compositionend textInput touchstart touchmove touchend touchcancel DOMActivate DOMFocusIn DOMFocusOut DOMMouseScroll MozMousePixelScroll mozinputrangechange webkitEditableContentChanged slotchange overflow underflow DOMAttrModified DOMCharacterDataModified DOMNodeInserted DOMNodeRemoved DOMSubtreeModified MozAfterPaint mozpointerlockchange mozfullscreenchange editcontextchange gesturestart gesturechange gestureend webkitmouseforcechanged webkitmouseforcedown webkitmouseforceup webkitmouseforcewillbegin pagehide visibilitychange'.split(
      ' ',
    ),
  );
  for (const name of Object.getOwnPropertyNames(window)) {
    if (/^on/.test(name)) types.add(name.slice(2));
    const made: unknown = name === 'event' ? undefined : Reflect.get(window, name);
    const keys =
      typeof made === 'function' && made.prototype ? Object.getOwnPropertyNames(made.prototype) : [];
    for (const key of keys) if (/^on/.test(key)) types.add(key.slice(2));
  }
  const hear = (event: Event) => {
    const { key, data } = event as Partial<KeyboardEvent & InputEvent>;
    const reached = Object.keys(Event.prototype).concat(Object.keys(Object.getPrototypeOf(event)));
    const isInside = (one: unknown) => one instanceof Node && one.getRootNode() instanceof ShadowRoot;
    const leaked = reached.filter((name) => isInside(Reflect.get(event, name)));
    const name = event.target instanceof Node ? event.target.nodeName : 'window';
    heard.push([event.type, name, key ?? data ?? '', ...leaked].join(' '));
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // Events of sensors and of the page's life cycle are not caused by the reader.
  for (const type of types) {
    if (/^device|unload|^page|^message|^load|error|visibility|^resize$/.test(type)) continue;
    for (const target of [window, document, document.documentElement])
      for (const capture of [true, false]) target.addEventListener(type, hear, { capture, passive: false });
  }
}

/** What was heard since the last call. */
export function heardSince(): string[] {
  const here = window as unknown as Heard;
  return [...new Set(here.heard?.splice(0))];
}

/** Every known way to reach a node inside a closed root: the names of those that succeeded. */
export function reachInside(): string[] {
  const host = document.querySelector<HTMLElement>(':root > div');
  const ways: string[] = [];
  const isInside = (one: unknown) => one instanceof Node && one.getRootNode() instanceof ShadowRoot;
  const way = (name: string, nodes: () => unknown[]) => {
    try {
      if (nodes().some(isInside)) ways.push(name);
    } catch {
      // Refused, or unknown to this browser.
    }
  };
  const selected = () => {
    const chosen = getSelection();
    const range = chosen?.rangeCount ? chosen.getRangeAt(0) : undefined;
    const composed = chosen?.getComposedRanges?.()[0];
    return [
      chosen?.anchorNode,
      chosen?.focusNode,
      range?.startContainer,
      range?.endContainer,
      composed?.startContainer,
      composed?.endContainer,
    ];
  };
  way('the selection as it is', selected);
  way('shadowRoot', () => [host?.shadowRoot]);
  way('activeElement', () => [document.activeElement]);
  way('children', () => [...(host?.childNodes ?? []), host?.cloneNode(true).firstChild]);
  way('internals', () => [host?.attachInternals().shadowRoot]);
  way('a second root', () => [host?.attachShadow({ mode: 'open' })]);
  way('animations', () =>
    [document, document.documentElement, host ?? document.body]
      .flatMap((one) => one.getAnimations({ subtree: true }))
      .map(({ effect }) => (effect as KeyframeEffect | null)?.target),
  );
  for (let y = 2; y < innerHeight; y += 9) {
    for (let x = 2; x < innerWidth; x += 31) {
      way('points', () => [
        document.elementFromPoint(x, y),
        ...document.elementsFromPoint(x, y),
        document.caretPositionFromPoint?.(x, y)?.offsetNode,
        document.caretRangeFromPoint?.(x, y)?.startContainer,
      ]);
    }
  }
  for (const words of ['保存', '本页', '全选', '只选新', '入队', '隐藏', '秘', '密']) {
    way(`find ${words}`, () => {
      getSelection()?.removeAllRanges();
      // The types do not know it.
      const { find } = window as unknown as { find(words: string, ...how: boolean[]): boolean };
      find(words, false, false, true, false, true);
      return selected();
    });
  }
  for (const unit of ['character', 'word', 'line', 'paragraph', 'lineboundary', 'documentboundary']) {
    for (const from of [document.body.firstChild, document.body.lastChild]) {
      way(`selection by ${unit}`, () => {
        const chosen = getSelection();
        chosen?.collapse(from, 0);
        const seen: unknown[] = [];
        for (let steps = 0; steps < 40; steps++) {
          chosen?.modify('extend', steps % 2 ? 'forward' : 'backward', unit);
          chosen?.modify('move', 'forward', unit);
          seen.push(...selected());
        }
        return seen;
      });
    }
  }
  for (const command of ['selectAll', 'bold', 'insertHTML']) {
    way(command, () => {
      document.designMode = 'on';
      document.execCommand('selectAll');
      document.execCommand(command, false, '<i>x</i>');
      document.execCommand('undo');
      document.designMode = 'off';
      return selected();
    });
  }
  getSelection()?.removeAllRanges();
  return [...new Set(ways)];
}

/** Which of these words a script of the page can find with the browser's text search. */
export function findable(words: string): string[] {
  // The types do not know it.
  const { find } = window as unknown as { find(words: string, ...how: boolean[]): boolean };
  return words.split(' ').filter((one) => {
    getSelection()?.removeAllRanges();
    return find(one, false, false, true, false, true);
  });
}

/** Tries to replace or change our one element: the names of the attempts that succeeded. */
export function takeOver(): string[] {
  const host = document.querySelector<HTMLElement>(':root > div');
  if (!host) return ['no host'];
  const done: string[] = [];
  const attempt = (name: string, succeeds: () => unknown) => {
    try {
      if (succeeds()) done.push(name);
    } catch {
      // Refused.
    }
  };
  attempt('internals', () => host.attachInternals());
  attempt('root', () => host.shadowRoot);
  attempt('second root', () => host.attachShadow({ mode: 'open' }));
  attempt('upgrade', () => {
    customElements.define('take-over', class extends HTMLDivElement {}, { extends: 'div' });
    host.setAttribute('is', 'take-over');
    customElements.upgrade(host);
    return host.constructor !== HTMLDivElement;
  });
  attempt('clone', () => (host.cloneNode(true) as Element).shadowRoot);
  attempt('import', () => (document.importNode(host, true) as Element).shadowRoot);
  // The types do not know all of these yet.
  const wide = host as HTMLElement & Record<'getHTML' | 'setHTMLUnsafe', (given: unknown) => string>;
  attempt('markup', () => wide.getHTML({ serializableShadowRoots: true }));
  attempt('declared root', () => {
    wide.setHTMLUnsafe('<template shadowrootmode="open"><p>x</p></template>');
    return host.shadowRoot;
  });
  host.replaceChildren();
  return done;
}
