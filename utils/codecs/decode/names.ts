/** The name of a person as reference managers hold it. */
export interface Name {
  literal?: string | undefined;
  family?: string | undefined;
  given?: string | undefined;
}

const CHINESE = /\p{Script=Han}/u;

/** A name as one writes it: the family first and no space in Chinese. */
export function nameOf({ literal, family = '', given = '' }: Name): string {
  if (literal) return literal;
  return CHINESE.test(family + given) ? family + given : `${given} ${family}`.trim();
}

/** `Family, Given` as one writes it; a name without a comma stays. */
export function turned(name: string): string {
  const [family, given, ...more] = name.split(/\s*,\s*/, 3);
  return given && !more.length ? nameOf({ family, given }) : name;
}

/** Several authors as one text. */
export function joinNames(names: string[]): string {
  return names.filter(Boolean).join('、');
}
