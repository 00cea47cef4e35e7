/** Stands in a phrase where it is to be filled in: a sign for private use, which no words have. */
export const GAP = '\ue000';

/** A phrase with a gap, asked of the browser once: a list says it for every row, at each sign that is typed. */
export function phrase(ask: () => string): (filling: string) => string {
  let parts: string[] | undefined;
  return (filling) => {
    parts ??= ask().split(GAP);
    return parts.join(filling);
  };
}
