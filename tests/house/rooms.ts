/**
 * The rooms of the house, lowest first. A file may import from its own level and from below, never from above.
 * `sites` and `search` stand directly on the words and know nothing of each other.
 */
export const LEVELS: { room: string; files: RegExp }[] = [
  {
    room: 'words',
    files:
      /^utils\/(breathe|entry|url|date|date-text|due|heights|in-line|list|merge-text|plain-text|refresh-post|tag|tag-tree|ticks|trouble)\.ts$/,
  },
  { room: 'sites', files: /^utils\/sites\// },
  { room: 'search', files: /^utils\/search\// },
  { room: 'codecs', files: /^utils\/codecs\// },
  {
    room: 'messages',
    files:
      /^utils\/(kept\/.*|(messages|messaging|message-shapes|drafts|jottings|settings|views|tag-colours|tags-apart|panel|persist|page-language)\.ts)$/,
  },
  { room: 'db', files: /^utils\/(db\/.*|changes\.ts)$/ },
  { room: 'library', files: /^utils\/(library|active-page|silent-page)(\.ts|\/.*)$/ },
  { room: 'components', files: /^components\// },
  { room: 'entrypoints', files: /^entrypoints\// },
];

/** Rooms that may import nothing but themselves and the words. */
export const PURE = ['sites', 'search', 'codecs'];

/** What the content script may never reach, not even through another file. */
export const CLOSED_TO_PAGES = /^utils\/(db\/|kept\/|changes\.ts|library|search\/)/;
