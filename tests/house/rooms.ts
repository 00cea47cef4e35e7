/**
 * The rooms of the house, lowest first: folders, each with all below it. A file may import from its own level and from
 * below, never from above. A new folder is given its level here.
 */
export const LEVELS: { room: string; files: RegExp }[] = [
  { room: 'runtime', files: /^utils\/runtime\// },
  { room: 'domain', files: /^utils\/domain\// },
  { room: 'sites', files: /^utils\/sites\// },
  { room: 'search', files: /^utils\/search\// },
  { room: 'codecs', files: /^utils\/codecs\// },
  { room: 'messaging', files: /^utils\/messaging\// },
  { room: 'storage', files: /^utils\/storage\// },
  { room: 'browser', files: /^utils\/browser\// },
  { room: 'db', files: /^utils\/db\// },
  { room: 'library', files: /^utils\/library\// },
  { room: 'components', files: /^components\// },
  { room: 'entrypoints', files: /^entrypoints\// },
];

/** Rooms that may import nothing but themselves and what is below the pages: the domain and the runtime. */
export const PURE = ['sites', 'search', 'codecs'];

/** What the content script may never reach, not even through another file. */
export const CLOSED_TO_PAGES = /^utils\/(db|library|search|storage)\//;
