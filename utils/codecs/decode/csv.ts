import { unguarded } from '../formula';
import { timeOf } from '../moments';
import type { Raw } from '../read-of';
import { type Cell, tableDecoder } from './csv-table';

/** Names a column may have, our own first; Chinese ones as people write them. */
const NAMES = {
  url: ['url', 'link', 'href', 'address', 'uri', '链接', '网址', '地址', '文章链接', '原文链接'],
  title: ['title', 'name', '标题', '题目', '文章标题', '名称'],
  author: ['author', 'authors', 'creator', '作者'],
  authorUrl: ['author_url'],
  category: ['category', '分类', '栏目', '类别'],
  publishedAt: [
    'published_at',
    'published',
    'publish_date',
    'publication_date',
    'date',
    '发布时间',
    '发表时间',
    '发布日期',
    '日期',
  ],
  excerpt: ['excerpt', 'description', 'summary', 'abstract', '摘要', '简介', '描述'],
  image: ['image', 'cover', 'thumbnail', '图片', '封面'],
  savedAt: [
    'saved_at',
    'saved',
    'created',
    'created_at',
    'added',
    'added_at',
    'date_added',
    'time_added',
    'timestamp',
    '保存时间',
    '收藏时间',
    '添加时间',
  ],
  queue: ['queue'],
  readAt: ['read_at', '阅读时间', '已读时间'],
  archivedAt: ['archived_at', '归档时间'],
  note: ['note', 'notes', 'comment', 'comments', '笔记', '备注', '批注'],
};

const TAGS = ['tags', 'tag', 'labels', 'keywords', '标签', '关键词'];

/** Our own CSV, and any table with a column of addresses. */
export const csvIn = tableDecoder({
  name: 'csv',
  isHeader: (names) => NAMES.url.some((name) => names.has(name)),
  rawOf,
});

function rawOf(cell: Cell): Raw {
  const get = (names: string[]) => unguarded(cell(...names) ?? '');
  const raw: Record<keyof typeof NAMES, unknown> = {
    url: get(NAMES.url),
    title: get(NAMES.title),
    author: get(NAMES.author),
    authorUrl: get(NAMES.authorUrl),
    category: get(NAMES.category),
    publishedAt: get(NAMES.publishedAt),
    excerpt: get(NAMES.excerpt),
    image: get(NAMES.image),
    savedAt: timeOf(get(NAMES.savedAt)),
    queue: get(NAMES.queue),
    readAt: timeOf(get(NAMES.readAt)),
    archivedAt: timeOf(get(NAMES.archivedAt)),
    note: get(NAMES.note),
  };
  // Our own CSV has a date of saving in every row, and only `;` between tags.
  return { ...raw, tags: get(TAGS).split(cell('saved_at') ? ';' : /[|;]/) };
}
