import type { ComponentChildren } from 'preact';

interface TickProps {
  ticked: boolean;
  /** The name of the checkbox, if its label has no text. */
  name?: string;
  /** With Shift the row ends a range that begins at the last one ticked. */
  onTick(isRange: boolean): void;
  class?: string | undefined;
  children?: ComponentChildren;
}

/** The checkbox of a row, in its label. */
export function Tick({ ticked, name, onTick, class: style, children }: TickProps) {
  return (
    <label class={style} onMouseDown={keepSelection}>
      <input
        type="checkbox"
        data-key="x"
        checked={ticked}
        aria-label={name}
        onClick={(event) => onTick(event.shiftKey)}
      />
      {children}
    </label>
  );
}

/**
 * A click with Shift extends the text selection, and Chromium then does not pass it from the label to the checkbox
 * (`HTMLLabelElement` allows selecting its text).
 */
function keepSelection(event: MouseEvent): void {
  if (event.shiftKey) event.preventDefault();
}
