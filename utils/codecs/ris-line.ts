/** A line that RIS would read as the start of a field: two characters, two spaces, a hyphen. */
const FIELD = /^ *[A-Z][A-Z0-9] {1,2}-/;

/** A further line of a long value, indented by one space if it would look like a field. */
export function guardLine(line: string, at: number): string {
  return at > 0 && FIELD.test(line) ? ` ${line}` : line;
}

/** The line as it was before `guardLine`. */
export function unguardLine(line: string): string {
  return line.startsWith(' ') && FIELD.test(line) ? line.slice(1) : line;
}
