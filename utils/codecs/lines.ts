/** Line numbers in a text, for positions in rising order; linear in total. */
export class Lines {
  private line = 1;
  private next: number;

  constructor(private readonly text: string) {
    this.next = text.indexOf('\n');
  }

  /** The line of a position, from 1; for a position before an earlier one, that one's line. */
  at(index: number): number {
    while (this.next >= 0 && this.next < index) {
      this.line++;
      this.next = this.text.indexOf('\n', this.next + 1);
    }
    return this.line;
  }
}
