import { cleanTag } from '../../domain/tag';

/** Folders that browsers and services make themselves: they say nothing about a bookmark. Lower case. */
const MADE_BY_BROWSERS = new Set(
  [
    'bookmarks|bookmarks bar|bookmarks toolbar|bookmarks menu|other bookmarks|mobile bookmarks|unsorted bookmarks',
    'favorites|favourites|favorites bar|favourites bar|other favorites|reading list|imported|unread|read archive',
    '书签|书签栏|书签菜单|书签工具栏|其他书签|移动设备书签|移动书签|桌面书签|未分类书签|未排序的书签',
    '收藏夹|收藏夹栏|其他收藏夹|个人收藏|阅读列表|书签列|書籤|書籤列|書籤工具列|書籤選單|其他書籤|行動版書籤|我的最愛',
    // Our own, so that writing and reading adds no tag.
    '财新剪报',
  ].flatMap((names) => names.split('|')),
);

/** The folder of Safari's reading list, in its exports. */
const READING_LIST = /^(?:reading list|阅读列表)$/i;

/** The tags made from the folders around a bookmark: one of each, whatever marks are in its name. */
export function folderTags(folders: string[]): string[] {
  return folders.flatMap((name) => (isMade(name) ? [] : (cleanTag(name) ?? [])));
}

function isMade(name: string): boolean {
  return MADE_BY_BROWSERS.has(name.trim().toLowerCase());
}

/** Whether a bookmark is in the reading list. */
export function isReadingList(folders: string[]): boolean {
  return folders.some((name) => READING_LIST.test(name.trim()));
}
