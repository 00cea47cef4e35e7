import { cleanTag } from '../../domain/tag';
import type { Folder } from './bookmark-reader';

/** Folders that browsers and services make themselves: they say nothing about a bookmark. Lower case. */
const MADE_BY_BROWSERS = new Set(
  [
    'bookmarks|bookmarks bar|bookmarks toolbar|bookmarks menu|other bookmarks|mobile bookmarks|unsorted bookmarks|unsorted',
    'favorites|favourites|favorites bar|favourites bar|other favorites|reading list|imported|unread|read archive',
    '书签|书签栏|书签菜单|书签工具栏|其他书签|移动设备书签|移动书签|桌面书签|未分类书签|未排序的书签',
    '收藏夹|收藏夹栏|其他收藏夹|个人收藏|阅读列表|书签列|書籤|書籤列|書籤工具列|書籤選單|其他書籤|行動版書籤|我的最愛',
    '[xbs] toolbar|[xbs] menu|[xbs] mobile|[xbs] other|喜好項目|偏好項目|閱讀列表|閱讀清單|阅读清单|其他我的最愛|行動書籤|其他書籤|行動裝置書籤',
    'ブックマーク バー|ブックマークバー|その他のブックマーク|モバイルのブックマーク|ブックマークメニュー|ブックマークツールバー|お気に入り|お気に入りバー|リーディングリスト',
    '북마크바|북마크 바|기타 북마크|모바일 북마크|북마크 도구 모음|즐겨찾기|즐겨찾기 모음|읽기 목록|책갈피 메뉴',
    'lesezeichen|lesezeichenleiste|weitere lesezeichen|mobile lesezeichen|lesezeichen-menü|lesezeichen-symbolleiste|favoriten|favoritenleiste|leseliste',
    'favoris|barre de favoris|barre des favoris|autres favoris|favoris sur mobile|menu des signets|barre personnelle|signets|liste de lecture',
    'marcadores|barra de marcadores|otros marcadores|favoritos|barra de favoritos|menú de marcadores|lista de lectura|preferiti|barra dei preferiti|altri preferiti|elenco lettura',
    'закладки|панель закладок|другие закладки|мобильные закладки|избранное|список для чтения',
    // Our own, so that writing and reading adds no tag.
    '财新剪报',
  ].flatMap((names) => names.split('|')),
);

/** The folder of a browser's reading list, where it has no id of its own. */
const READING_LIST =
  /^(?:reading list|阅读列表|阅读清单|閱讀列表|閱讀清單|リーディングリスト|읽기 목록|leseliste|liste de lecture|lista de lectura|elenco lettura|список для чтения)$/i;

/** The tags made from the folders around a bookmark: one of each, whatever marks are in its name. */
export function folderTags(folders: string[]): string[] {
  return folders.flatMap((name) => (isMade(name) ? [] : (cleanTag(name) ?? [])));
}

function isMade(name: string): boolean {
  return MADE_BY_BROWSERS.has(name.trim().toLowerCase());
}

/** Whether a bookmark is in the reading list. */
export function isReadingList(folders: Folder[]): boolean {
  return folders.some(({ name, isReadingList }) => isReadingList || READING_LIST.test(name.trim()));
}
