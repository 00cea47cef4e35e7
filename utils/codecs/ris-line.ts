/** A line that RIS would read as the start of a field: two characters, two spaces, a hyphen. */
const FIELD = /^ *[A-Z][A-Z0-9] {1,2}-/;

/** What stands between a field and its value: some readers part a line wherever it stands (Citation.js). */
const BETWEEN = /([ \u00a0]) -/g;
const KEPT_APART = /\u00a0(\u00a0?) -/g;

/**
 * A line of a long value as no reader takes it for a field: the first of two blanks before a hyphen does not break, and a
 * further line that would still look like a field is indented by one space.
 */
export function guardLine(line: string, at: number): string {
  const apart = line.replace(BETWEEN, (_all, blank: string) =>
    blank === ' ' ? '\u00a0 -' : '\u00a0\u00a0 -',
  );
  return at > 0 && FIELD.test(apart) ? ` ${apart}` : apart;
}

/** The line as it was before `guardLine`. */
export function unguardLine(line: string): string {
  const own = line.startsWith(' ') && FIELD.test(line) ? line.slice(1) : line;
  return own.replace(KEPT_APART, (_all, second: string) => (second ? '\u00a0 -' : '  -'));
}
