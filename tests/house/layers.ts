/**
 * The layers of the product, lowest first: folders, each with everything below it. A file may import from its own layer
 * and from lower ones, never from a higher one. A new folder gets its layer here.
 */
export const LAYERS: { name: string; files: RegExp }[] = [
  { name: 'runtime', files: /^utils\/runtime\// },
  { name: 'domain', files: /^utils\/domain\// },
  { name: 'sites', files: /^utils\/sites\// },
  { name: 'search', files: /^utils\/search\// },
  { name: 'codecs', files: /^utils\/codecs\// },
  { name: 'messaging', files: /^utils\/messaging\// },
  { name: 'storage', files: /^utils\/storage\// },
  { name: 'browser', files: /^utils\/browser\// },
  { name: 'db', files: /^utils\/db\// },
  { name: 'library', files: /^utils\/library\// },
  { name: 'components', files: /^components\// },
  { name: 'entrypoints', files: /^entrypoints\// },
];

/** Layers that may import nothing but themselves, the domain and the runtime. */
export const PURE = ['sites', 'search', 'codecs'];

/** What the content script may never reach, not even through another file. */
export const CLOSED_TO_PAGES = /^utils\/(db|library|search|storage)\//;
