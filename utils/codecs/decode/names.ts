/** The name of a person as stored by reference managers. */
export interface Name {
  literal?: string | undefined;
  family?: string | undefined;
  given?: string | undefined;
}

const CHINESE = /\p{Script=Han}/u;

/** A name in its usual order: in Chinese the family name first, without a space. */
export function nameOf({ literal, family = '', given = '' }: Name): string {
  if (literal) return literal;
  return CHINESE.test(family + given) ? family + given : `${given} ${family}`.trim();
}

/** `Family, Given` in its usual order; a name without a comma stays. */
export function turned(name: string): string {
  const [family, given, ...more] = name.split(/\s*,\s*/, 3);
  return given && !more.length ? nameOf({ family, given }) : name;
}

/** Several authors as one text. */
export function joinNames(names: string[]): string {
  return names.filter(Boolean).join('、');
}
