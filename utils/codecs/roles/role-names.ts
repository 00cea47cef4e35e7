/** What a key, a column, a property or an element says about a post. */
export type Role =
  | 'url'
  | 'title'
  | 'author'
  | 'authorUrl'
  | 'category'
  | 'publishedAt'
  | 'excerpt'
  | 'image'
  | 'savedAt'
  | 'updatedAt'
  | 'readAt'
  | 'archivedAt'
  | 'note'
  | 'tags'
  | 'folder'
  | 'state'
  | 'progress'
  | 'isRead'
  | 'isArchived'
  | 'isWaiting';

/**
 * Names of each role as programs and people write them, without case and marks; where an item has several, the one that
 * stands first counts. Taken from the exports of the programs named in docs/file-format.md (seen 2026-11).
 */
const NAMES: Record<Role, string> = {
  url: 'url|href|link|uri|sourceurl|savedurl|originalurl|originalarticleurl|resolvedurl|givenurl|articleurl|externalurl|canonicalurl|canonical|alternate|permalink|pageurl|weburl|webpageurl|linkurl|bookmarkurl|itemurl|webaddress|address|source|about|identifier|urlstring|url地址|url链接|链接|链接地址|链接url|网址|网页|网页链接|网页地址|网页网址|地址|文章链接|文章地址|文章网址|文章url|原文链接|原文地址|原文网址|原文url|原文|阅读原文|查看原文|来源链接|来源地址|来源网址|網址|鏈接|連結|連結網址|原文連結|リンク|링크',
  title:
    'customtitle|title|name|savedtitle|articletitle|resolvedtitle|giventitle|pagetitle|websitetitle|headline|标题|题目|文章标题|文章名|文章名称|文章|网页标题|页面标题|链接标题|名称|题名|標題|題目|文章標題|名稱|タイトル|제목',
  author:
    'author|authors|creator|creators|byline|writer|publishedby|dccreator|作者|作者名|撰文|记者|著者|저자',
  authorUrl: 'authorurl',
  category: 'category|分类|栏目|类别|频道|分類|欄目',
  publishedAt:
    'publishedat|published|publishdate|publisheddate|publishedtime|publicationdate|publicationtime|datepublished|pubdate|issued|dcdate|date|发布时间|发表时间|发布日期|发表日期|出版日期|日期|發布時間|發佈時間|發表時間|公開日',
  excerpt:
    'excerpt|summary|abstract|abstractnote|description|desc|snippet|previewtext|customdescription|articleexcerpt|websitedescription|subtitle|摘要|简介|描述|文章摘要|网页描述|概要|簡介',
  image:
    'image|cover|thumbnail|imageurl|topimage|leadimage|leadimageurl|previewpicture|coverimage|图片|封面|封面图|缩略图',
  savedAt:
    'savedat|saved|saveddate|datesaved|dateadded|timeadded|addeddate|addedat|added|adddate|add|createdat|created|createddate|datecreated|createdtime|creationdate|creationtime|create|datesubmitted|bookmarkedat|starredat|insertedat|ctime|time|timestamp|accessdate|accessed|timeusec|visittime|lastvisittime|收藏时间|收藏日期|保存时间|保存日期|添加时间|添加日期|加入时间|剪藏时间|剪藏日期|采集时间|创建时间|创建日期|创建于|收录时间|收藏時間|儲存時間|添加時間|新增時間|建立時間|作成日時|생성일',
  updatedAt:
    'updatedat|updated|dateupdated|modifiedat|modified|datemodified|lastmodified|updatetime|timeupdated|lastinteractiondate|lastinteraction|lasteditedtime|lastedited|mtime|更新时间|修改时间|更新日期|修改日期|更新時間|修改時間',
  readAt:
    'readat|dateread|timeread|readdate|readtime|completedat|finishedat|readon|阅读时间|已读时间|读完时间|完成时间|閱讀時間',
  archivedAt: 'archivedat|datearchived|timearchived|archiveddate|归档时间|归档日期|歸檔時間',
  note: 'note|notes|mynote|mynotes|extended|documentnote|comment|comments|annotation|annotations|annote|highlights|highlight|selection|selectedtext|remark|remarks|memo|备注|笔记|批注|想法|评论|我的笔记|我的备注|说明|高亮|划线|标注|備註|筆記|註解|メモ|메모',
  tags: 'tags|tag|tagnames|tagslist|taglist|tagstring|labels|label|keywords|keyword|topics|subject|subjects|categories|documenttags|manualtags|automatictags|originaltags|标签|关键词|关键字|主题|话题|标记|標籤|標記|關鍵字|關鍵詞|タグ|태그',
  folder:
    'folder|folders|collection|collections|collectionid|list|lists|listids|group|groups|folderid|folderpath|notebook|文件夹|收藏夹|目录|分组|清单|专题|资料夹|資料夾|目錄|群組',
  state:
    'status|state|location|readingstatus|readstatus|readstate|readingstate|readinglist|状态|阅读状态|阅读情况|位置|狀態|閱讀狀態',
  progress: 'readingprogress|progress|readprogress|readingprogresspercent|阅读进度|进度|閱讀進度',
  isRead: 'isread|read|finished|completed|done|是否已读|已读|读过|已閱讀|已讀',
  isArchived: 'isarchived|archived|archive|是否归档|已归档|归档|已歸檔',
  isWaiting:
    'toread|isunread|unread|readlater|inqueue|queued|istoread|isreadlater|是否未读|未读|待读|稍后读|稍后阅读|稍後讀|稍後閱讀|待讀|未讀',
};

/** The role of a name, and its place among the names of that role: the lower, the better. */
export interface NamedRole {
  role: Role;
  place: number;
}

const ROLES = new Map<string, NamedRole>(
  // Cast: the type above gives the keys.
  (Object.entries(NAMES) as [Role, string][]).flatMap(([role, names]) =>
    names.split('|').map((name, place): [string, NamedRole] => [name, { role, place }]),
  ),
);

/** Parts of names by which an unknown column is guessed, in the order tried. */
const PARTS: [Role, RegExp][] = [
  ['url', /url|网址|網址|链接|鏈接|連結|超链|^link|link$|address$/],
  ['title', /标题|標題|题目|題目|title|headline/],
  ['tags', /标签|標籤|关键词|tags?$/],
  ['author', /作者|author/],
  ['publishedAt', /(?:发布|发表|发佈|出版).*(?:时间|日期)$|publi.*(?:date|time|at)$/],
  ['updatedAt', /更新|修改|updated|modified/],
  ['savedAt', /(?:收藏|保存|添加|加入|剪藏|创建|created|added|saved).*$|时间$|日期$|時間$|date$|time$/],
  ['excerpt', /摘要|简介|描述|excerpt|summary|abstract|description/],
  ['note', /笔记|备注|批注|想法|評註|备忘|note|comment|highlight/],
  ['state', /状态|狀態|status|state/],
  ['folder', /文件夹|收藏夹|目录|分组|folder|collection/],
];

/** A name without case, marks and spaces: `Date Added` and `date_added` are one. */
export function bareName(name: string): string {
  return name
    .slice(0, 100)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The role of a name that is known. */
export function roleOf(name: string): NamedRole | undefined {
  return ROLES.get(bareName(name));
}

/** The role a name most likely has: a known one, or by a part of it. */
export function likelyRole(name: string): NamedRole | undefined {
  const bare = bareName(name);
  const known = ROLES.get(bare);
  if (known || bare.length > 30) return known;
  const [role] = PARTS.find(([, part]) => part.test(bare)) ?? [];
  return role && { role, place: 500 };
}
