/** Marks the place to fill in: a private-use character, which no text has. */
export const GAP = '\ue000';

/** A phrase with a gap, looked up only once: lists need it for every row at each key. */
export function phrase(ask: () => string): (filling: string) => string {
  let parts: string[] | undefined;
  return (filling) => {
    parts ??= ask().split(GAP);
    return parts.join(filling);
  };
}
