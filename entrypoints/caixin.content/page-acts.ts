/** A press on the page: where, in pixels of the viewport, and when, by `performance.now()`. */
interface Press {
  x: number;
  y: number;
  at: number;
}

/** What happens on the page outside our controls, for judging whether a press on them is meant for them. */
export class PageActs {
  /** The last press outside our controls. */
  press: Press = { x: 0, y: 0, at: -Infinity };
  /** Something of the page entered the top layer since this was last set to false. */
  isNewer = false;

  /** Must be created before any script of the page runs, so that none can intercept these events. */
  constructor(host: () => Element | undefined, signal: AbortSignal) {
    const options = { capture: true, signal };
    const onPress = ({ target, clientX, clientY, timeStamp }: PointerEvent) => {
      if (target !== host()) this.press = { x: clientX, y: clientY, at: timeStamp };
    };
    const onToggle = ({ target }: Event) => {
      this.isNewer ||= target !== host();
    };
    window.addEventListener('pointerdown', onPress, options);
    window.addEventListener('beforetoggle', onToggle, options);
  }
}
