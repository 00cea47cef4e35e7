/** As much of a key press as tells what it means. */
export interface Press {
  key: string;
  code: string;
  shiftKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  keyCode: number;
  /** Not on the copies of events that the page's bar gets. */
  getModifierState?(name: string): boolean;
}

/**
 * The key that was pressed, as all that listens for keys is to ask for it; none where it is the input method's. Safari ends a
 * composition before it tells of the key that ended it: then only the number 229 says whose key it was (UI Events, 5.3.1).
 */
export function keyOf({ key, isComposing, keyCode }: Pick<Press, 'key' | 'isComposing' | 'keyCode'>): string {
  return isComposing || keyCode === 229 ? '' : key;
}

/** Whether a key means this letter: it types it, or stands in its place on a layout of another script. */
export function isLetter(press: Press, letter: string): boolean {
  const key = keyOf(press).toLowerCase();
  return key === letter || (/^[^ -~]/.test(key) && press.code === `Key${letter.toUpperCase()}`);
}

/** Signs that layouts of other scripts have in the place of our keys: Hebrew and Greek on Q, Hebrew and Russian on `/`. */
const ELSEWHERE = new Set(['/KeyQ', ';KeyQ', '.Slash', ',Slash']);

/**
 * The letter or sign a single-key shortcut means, the same under every layout, lock and width: what the key types where that
 * is of our own script, else what stands in its place on the layout our keys are named by. In small letters; none with
 * AltGr, which types signs of its own.
 */
export function letterOf(press: Press): string {
  const key = keyOf(press);
  if (!key || press.altKey || press.getModifierState?.('AltGraph')) return '';
  const typed = key.normalize('NFKC').toLowerCase();
  if (key.length > 1 || (/^[!-~]$/.test(typed) && !ELSEWHERE.has(typed + press.code))) return typed;
  if (press.code === 'Slash') return press.shiftKey ? '?' : '/';
  return /^Key[A-Z]$/.test(press.code) ? press.code.charAt(3).toLowerCase() : typed;
}
