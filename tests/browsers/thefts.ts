/**
 * Ways for a page to take the focus from a field of ours while the reader types, as functions that run in it. Each
 * stores the letters it got in `got`; each is self-contained, since a driver sends its source to the page.
 */
export const THEFTS: Record<string, () => void | Promise<void>> = {
  'a field that takes the focus on a timer': () => {
    const got: string[] = [];
    const field = document.body.appendChild(document.createElement('input'));
    for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input'])
      field.addEventListener(type, () => got.push(type));
    setInterval(() => field.focus(), 1);
    setInterval(() => field.select(), 3);
    field.focus();
    Object.assign(window, { got });
  },
  'a field that wants it at every event': () => {
    const got: string[] = [];
    const field = document.body.appendChild(document.createElement('input'));
    field.addEventListener('input', () => got.push(field.value));
    for (const type of [
      'focusin',
      'focusout',
      'blur',
      'focus',
      'selectionchange',
      'pointermove',
      'pointerdown',
    ])
      window.addEventListener(type, () => field.focus(), true);
    field.addEventListener('blur', () => field.focus());
    field.focus();
    Object.assign(window, { got });
  },
  'a page that takes it from the field to nowhere': () => {
    const got: string[] = [];
    window.addEventListener('keydown', () => got.push('keydown'));
    setInterval(() => (document.activeElement as HTMLElement | null)?.blur(), 1);
    (document.activeElement as HTMLElement | null)?.blur();
    Object.assign(window, { got });
  },
  'a frame that takes it': () => {
    const got: string[] = [];
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.contentWindow?.addEventListener('keydown', () => got.push('keydown'));
    setInterval(() => frame.focus(), 5);
    setInterval(() => frame.contentWindow?.focus(), 7);
    frame.contentWindow?.focus();
    Object.assign(window, { got });
  },
  'a frame of another site that takes it by itself': async () => {
    const got: string[] = [];
    Object.assign(window, { got });
    const frame = document.createElement('iframe');
    frame.src = 'https://greedy.example.org/';
    // In another process: the focus comes back a moment after it was taken.
    await new Promise<void>((resolve) => {
      window.addEventListener('message', ({ data }) => (data === 'through' ? resolve() : got.push(data)));
      document.body.append(frame);
    });
  },
  'a place in the page that is gone to': () => {
    const got: string[] = [];
    const field = document.body.appendChild(document.createElement('input'));
    field.id = 'there';
    field.addEventListener('input', () => got.push(field.value));
    window.addEventListener('keydown', () => got.push('keydown'));
    location.hash = '#there';
    Object.assign(window, { got });
  },
  'a form that reports what is wrong with it': () => {
    const got: string[] = [];
    const form = document.body.appendChild(document.createElement('form'));
    const field = form.appendChild(document.createElement('input'));
    field.required = true;
    field.addEventListener('input', () => got.push(field.value));
    setInterval(() => form.reportValidity(), 5);
    form.reportValidity();
    Object.assign(window, { got });
  },
  'a popover whose field wants it by itself': () => {
    const got: string[] = [];
    const popover = document.body.appendChild(document.createElement('div'));
    const field = popover.appendChild(document.createElement('input'));
    field.autofocus = true;
    field.addEventListener('input', () => got.push(field.value));
    popover.popover = 'auto';
    popover.showPopover();
    Object.assign(window, { got });
  },
  'a dialog that makes all else inert': () => {
    const got: string[] = [];
    const dialog = document.body.appendChild(document.createElement('dialog'));
    const field = dialog.appendChild(document.createElement('input'));
    field.addEventListener('input', () => got.push(field.value));
    window.addEventListener('keydown', () => got.push('keydown'));
    dialog.showModal();
    Object.assign(window, { got });
  },
  'our element being taken out': () => {
    const got: string[] = [];
    window.addEventListener('keydown', () => got.push('keydown'));
    document.querySelector(':root > div')?.remove();
    Object.assign(window, { got });
  },
};
