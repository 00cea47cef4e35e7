/**
 * For a label whose box takes Shift: a click with Shift stretches the selection of text, and Chromium then does not hand it
 * from the label to the box (its `HTMLLabelElement` lets a reader select what the label says).
 */
export function keepSelection(event: MouseEvent): void {
  if (event.shiftKey) event.preventDefault();
}
