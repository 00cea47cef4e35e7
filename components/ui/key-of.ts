/** The part of a keyboard event that determines its meaning. */
export interface Press {
  key: string;
  code: string;
  shiftKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  keyCode: number;
  /** Absent on the copies of events that the bar on a page gets. */
  getModifierState?(name: string): boolean;
}

/**
 * The pressed key; empty if it belongs to the input method. All key listeners must use it. Safari ends a composition before
 * the event of the key that ended it, which then is known only by its key code 229 (UI Events, 5.3.1).
 */
export function keyOf({ key, isComposing, keyCode }: Pick<Press, 'key' | 'isComposing' | 'keyCode'>): string {
  return isComposing || keyCode === 229 ? '' : key;
}

/** Whether a key means this letter: it types it, or is at its place on a layout of another script. */
export function isLetter(press: Press, letter: string): boolean {
  const key = keyOf(press).toLowerCase();
  return key === letter || (/^[^ -~]/.test(key) && press.code === `Key${letter.toUpperCase()}`);
}

/** Characters at the place of our keys on other layouts: Hebrew and Greek on Q, Hebrew and Russian on `/`. */
const ELSEWHERE = new Set(['/KeyQ', ';KeyQ', '.Slash', ',Slash']);

/**
 * The character a single-key shortcut means, on any layout, with any lock and width: what the key types if that is ASCII,
 * else what is at its place on a US layout. In lower case; empty with AltGr, which types other characters.
 */
export function letterOf(press: Press): string {
  const key = keyOf(press);
  if (!key || press.altKey || press.getModifierState?.('AltGraph')) return '';
  const typed = key.normalize('NFKC').toLowerCase();
  if (key.length > 1 || (/^[!-~]$/.test(typed) && !ELSEWHERE.has(typed + press.code))) return typed;
  if (press.code === 'Slash') return press.shiftKey ? '?' : '/';
  return /^Key[A-Z]$/.test(press.code) ? press.code.charAt(3).toLowerCase() : typed;
}
