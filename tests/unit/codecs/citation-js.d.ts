/** Citation.js has no types of its own: as much of it as the tests use. */
declare module '@citation-js/core' {
  interface Cited {
    URL?: string;
    title?: string;
    note?: string;
    abstract?: string;
    keyword?: string;
    accessed?: { 'date-parts'?: number[][] };
  }
  export class Cite {
    constructor(text: string, options?: { forceType?: string });
    data: Cited[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
declare module '@citation-js/plugin-bibtex/lib-mjs/input/unicode.json' {
  const names: {
    diacritics: Record<string, string>;
    commands: Record<string, string | null>;
    mathCommands: Record<string, string>;
  };
  export default names;
}
