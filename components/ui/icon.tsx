const PATHS = {
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Zm3.3 7.8 3.2 3.2',
  options: 'M2.5 5h6m3 0h2m-11 6h2m3 0h6M10 3.5v3M6 9.5v3',
  panel: 'M2.5 3h11v10h-11zM9.5 3v10',
  grip: 'M6 4h.01M6 8h.01M6 12h.01M10 4h.01M10 8h.01M10 12h.01',
  close: 'm4 4 8 8m0-8-8 8',
  note: 'M4 2.5h8v11H4zM6 6h4M6 8.5h4',
} as const;

/** A small drawing; the button around it has the label. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
