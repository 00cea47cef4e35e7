/**
 * For the label of a checkbox that handles Shift: a click with Shift extends the text selection, and Chromium then does not
 * pass it from the label to the checkbox (`HTMLLabelElement` allows selecting its text).
 */
export function keepSelection(event: MouseEvent): void {
  if (event.shiftKey) event.preventDefault();
}
