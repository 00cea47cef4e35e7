/** A mutant that no test can kill, because nothing that can be seen differs; by its text, so that lines may move. */
export interface Same {
  file: string;
  /** What stands there, and what would stand there instead; white space does not count. */
  from: string;
  to: string;
  why: string;
}

/** Each with its reason. Where code can be written so that there is no such mutant, that is better than a line here. */
export const SAME: Same[] = [];

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The reason why a mutant cannot be killed, where there is one. */
export function whySame(file: string, from: string, to: string): string | undefined {
  return SAME.find(
    (one) => one.file === file && plain(one.from) === plain(from) && plain(one.to) === plain(to),
  )?.why;
}
