/** Text as it is compared. */
export type Fold = (text: string) => string;

/**
 * Full-width and half-width forms alike (NFKC), case folded, white space as one space; with a table of signs
 * (`經 经|濟 济`) traditional ones are simplified.
 */
export function folder(table = ''): Fold {
  const simple = new Map(
    table.split('|').flatMap((row): [string, string][] => {
      const [sign = '', first = ''] = row.split(' ');
      return sign.length === 1 && first.length === 1 ? [[sign, first]] : [];
    }),
  );
  return (text) => {
    const plain = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
    return simple.size > 0 ? plain.replace(/\p{Script=Han}/gu, (sign) => simple.get(sign) ?? sign) : plain;
  };
}
