/** Commands for characters with a meaning in TeX. Braces become commands, as BibTeX counts even escaped ones. */
const COMMANDS: Record<string, string> = {
  '\\': 'textbackslash',
  '{': 'textbraceleft',
  '}': 'textbraceright',
  '~': 'textasciitilde',
  '^': 'textasciicircum',
  '<': 'textless',
  '>': 'textgreater',
  '|': 'textbar',
};

const CHARACTERS = new Map(Object.entries(COMMANDS).map(([character, name]) => [name, character]));

/** A command with its empty group or the space it eats, an escaped character, or a brace that only groups. */
const MARKUP = /\\([a-zA-Z]{1,40})(\{\}|[ \t])?|\\([^a-zA-Z])|[{}]/g;

/** Text that LaTeX prints as it is, with balanced braces. */
export function escapeTex(text: string): string {
  return text.replace(/[\\{}~^<>|&%$#_]/g, (mark) =>
    mark in COMMANDS ? `\\${COMMANDS[mark]}{}` : `\\${mark}`,
  );
}

/** The plain text of a BibTeX value: what `escapeTex` and Zotero write; other commands stay as they are. */
export function plainOfTex(value: string): string {
  return value.replace(MARKUP, (whole, name?: string, _end?: string, mark?: string) => {
    if (name) return CHARACTERS.get(name) ?? whole.replace(/[{}]/g, '');
    return mark ?? '';
  });
}
