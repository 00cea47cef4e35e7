/** The numbers of the lines of a text, for places asked in rising order: linear in all. */
export class Lines {
  private line = 1;
  private next: number;

  constructor(private readonly text: string) {
    this.next = text.indexOf('\n');
  }

  /** The line, from 1, in which a place lies; for a place before an earlier one, that one's line. */
  at(index: number): number {
    while (this.next >= 0 && this.next < index) {
      this.line++;
      this.next = this.text.indexOf('\n', this.next + 1);
    }
    return this.line;
  }
}
