import { aheadPage, greedyPage, hostilePage, hugePage, softPage } from './odd-pages';
import type { ReplicaPost } from './post';
import { COMMUNITY, FRONT, TANGYA } from './posts';
import { apiRow, currentArticle, currentFront, currentHome, plainPage } from './templates/current';
import { legacyArticle, legacyList, legacyTagList } from './templates/legacy';

/** How the replica can be made to behave. */
export interface Control {
  /** Delay before every answer, in milliseconds. */
  delay: number;
  /** The API answers with an error. */
  fail: boolean;
  /** Every class and id is renamed, as after a redesign. */
  rename: boolean;
}

export interface Answer {
  status: number;
  type: 'text/html' | 'application/json' | 'application/pdf' | 'text/plain';
  body: string;
}

const html = (body: string): Answer => ({ status: 200, type: 'text/html', body });

/** The answer for an address. */
export function answer(url: URL, control: Control): Answer {
  if (url.pathname.startsWith('/blog-api/')) return api(url, control);
  if (url.pathname.endsWith('.pdf')) return { status: 200, type: 'application/pdf', body: '%PDF-1.4\n%%EOF' };
  const found = pageOf(url);
  if (!found) return { status: 404, type: 'text/html', body: plainPage('没有这一页', '404') };
  return html(control.rename ? renamed(found) : found);
}

function pageOf(url: URL): string | undefined {
  const label = url.hostname.replace(/\.?blog\.caixin\.com$/, '');
  if (url.hostname === 'www.caixin.com') return plainPage('关于财新', '这里没有列表。');
  if (url.hostname === 'blog.caixin.com') return frontPage(url);
  // A site other than Caixin's.
  if (url.hostname === 'greedy.example.org') return greedyPage();
  if (label === 'yanjiawei') return yanjiawei(url.pathname);
  if (label === 'tangya') return tangya(url);
  if (label === 'odd') return oddPage(url);
  return articleOf(label, url.pathname);
}

function frontPage(url: URL): string | undefined {
  const tag = /^\/archives\/tag\/([^/]+)/.exec(url.pathname)?.[1];
  if (tag) return legacyTagList(decodeURIComponent(tag), FRONT.slice(0, 10));
  return url.pathname === '/' ? currentFront(FRONT.slice(0, 8)) : undefined;
}

const blog = { label: 'yanjiawei', author: '闫加伟', sidebar: COMMUNITY.slice(0, 5) };

/** 闫加伟's blog in the WordPress years: two pages of one category, home, a month. */
function yanjiawei(path: string): string | undefined {
  const category = /^\/usercategory\/1832(?:\/page\/([123]))?\/?$/.exec(path);
  if (category) {
    const page = Number(category[1] ?? 1);
    const posts = page === 2 ? COMMUNITY : older(page);
    const paging = { page, of: 3, path: '/usercategory/1832' };
    return legacyList({ ...blog, crumbs: '个人分类 > 社区治理', posts, paging });
  }
  if (path === '/' || path === '/page/2') {
    return legacyList({
      ...blog,
      posts: COMMUNITY.slice(0, 10),
      paging: { page: path === '/' ? 1 : 2, of: 2, path: '' },
    });
  }
  if (path.startsWith('/archives/date/2020/11')) {
    const posts = COMMUNITY.filter((post) => post.time.startsWith('2020-11'));
    return legacyList({ ...blog, crumbs: '文章归档 > 2020年十一月', posts });
  }
  const post = byPath(path, [...COMMUNITY, ...older(1), ...older(3)]);
  return post && legacyArticle(blog.label, blog.author, post);
}

/** 唐涯's posts, and as many again a year earlier: the list has to be long enough for “load more”. */
const TANGYA_ALL: ReplicaPost[] = [
  ...TANGYA,
  ...TANGYA.map((post) => ({
    id: post.id - 40_000,
    title: `${post.title.slice(0, 12)}（旧）`,
    time: post.time.replace(/^2026/, '2025'),
  })),
];

/** The pages before and after the one the product began with: made of the same titles, numbered. */
function older(page: number): ReplicaPost[] {
  const shift = page === 1 ? 9_000 : -60_000;
  return COMMUNITY.map((post, index) => ({
    id: post.id + shift,
    title: `${post.title.slice(0, 12)}（${page === 1 ? '新' : '旧'}篇之${index + 1}）`,
    time: post.time.replace(/^2020|^2019/, page === 1 ? '2021' : '2018'),
  }));
}

function tangya(url: URL): string | undefined {
  if (url.pathname === '/' || url.pathname === '/archive/main') {
    const year = url.searchParams.get('year');
    const heading = url.searchParams.get('cate') ?? (year ? `${year}年` : '全部文章');
    return currentHome({ label: 'tangya', author: '唐涯', heading, latest: TANGYA.slice(0, 10) });
  }
  const post = byPath(url.pathname, TANGYA_ALL);
  return post && currentArticle('唐涯', post);
}

function articleOf(label: string, path: string): string | undefined {
  const post = FRONT.find((one) => one.label === label && path === `/archives/${one.id}`);
  return post && currentArticle(post.author, post);
}

function oddPage({ pathname: path, searchParams }: URL): string | undefined {
  if (path === '/hostile') return hostilePage();
  if (path === '/ahead') return aheadPage();
  if (path === '/huge') return hugePage(Number(searchParams.get('count') ?? 10_000));
  if (path === '/page/2' || path === '/') return softPage();
  return undefined;
}

const byPath = (path: string, posts: ReplicaPost[]) => posts.find((post) => path === `/archives/${post.id}`);

/** Shaped like the answers of `blog-api/post/posts` and `blog-api/post/index`. */
function api(url: URL, { fail }: Control): Answer {
  if (fail) return { status: 500, type: 'text/plain', body: 'error' };
  const size = 8;
  const page = Number(url.searchParams.get('page') ?? 1);
  const isFront = url.pathname.endsWith('/index');
  const year = url.searchParams.get('year');
  const rows = isFront
    ? FRONT.map((post) => apiRow(post.label, post, post.author))
    : TANGYA_ALL.filter((post) => !year || post.time.startsWith(year)).map((post) => apiRow('tangya', post));
  const data = rows.slice((page - 1) * size, page * size);
  const body = {
    code: 0,
    msg: '',
    data,
    page,
    size,
    totalElements: rows.length,
    lastPage: page * size >= rows.length,
  };
  return { status: 200, type: 'application/json', body: JSON.stringify(body) };
}

/** The page with every class and id renamed, in its markup, styles and scripts alike. */
function renamed(page: string): string {
  const names = new Set(
    [...page.matchAll(/\b(?:class|id)="([^"]+)"/g)].flatMap(([, list = '']) => list.split(/\s+/)),
  );
  const long = [...names].filter((name) => name.length > 2).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<=[."'# ])(?:${long.join('|')})(?=["' .,{>:[])`, 'g');
  return page.replace(
    pattern,
    (name) => `x${[...name].reduce((sum, mark) => (sum * 31 + mark.charCodeAt(0)) % 99_991, 7)}`,
  );
}
