import { escaped, excerptOf, type ReplicaPost } from '../post';

/** Script of the replica: fills the empty list from a JSON answer, as the current pages do. */
const SCRIPT = `
const con = document.querySelector('.all-blog-con'), more = document.querySelector('.author-more-blog, .more-blog');
let page = 0;
async function load() {
  page++;
  more.textContent = '加载中…';
  const query = new URLSearchParams(location.search);
  query.set('page', page); query.set('size', 20);
  if (window.user) query.set('authorId', window.user.id);
  const text = { error: '加载失败，点此重试', more: '加载更多', end: '没有更多了' };
  try {
    const answer = await fetch((window.user ? '/blog-api/post/posts?' : '/blog-api/post/index?') + query);
    const list = await answer.json();
    for (const row of list.data) con.insertAdjacentHTML('beforeend', item(row));
    more.textContent = list.lastPage ? text.end : text.more;
  } catch { page--; more.textContent = text.error; }
}
const two = (n) => String(n).padStart(2, '0');
const esc = (s) => s.replace(/[&<>"]/g, (c) => '&#' + c.charCodeAt(0) + ';');
function item(row) {
  const d = new Date(row.publishTime + 8 * 36e5);
  const when = d.getUTCFullYear() + '-' + two(d.getUTCMonth() + 1) + '-' + two(d.getUTCDate()) + ' ' + two(d.getUTCHours()) + ':' + two(d.getUTCMinutes());
  const who = row.authorName ? '<a class="item-author" href="' + new URL(row.postUrl).origin + '/">' + esc(row.authorName) + '</a>' : '';
  const link = row.guid || row.postUrl;
  return '<div class="blog-item"><a class="blog-item-title" href="' + link + '">' + esc(row.title) + '</a><p class="blog-item-brief">' + esc(row.brief) + '</p><div class="blog-item-foot">' + who + '<span class="time">' + when + '</span><a href="' + link + '#gocomment">评论(3)</a></div></div>';
}
more.addEventListener('click', load);
setTimeout(load, Number(new URLSearchParams(location.search).get('slow') || 0));
`;

export interface CurrentHome {
  label: string;
  author: string;
  heading: string;
  latest: ReplicaPost[];
}

/** A current author's page: the list is empty in the HTML and filled by a script. */
export function currentHome({ label, author, heading, latest }: CurrentHome): string {
  return page(
    `${author}的财新博客-财新网`,
    `<script>window.user = { id: "6802322", domain: "${label}", title: "", name: "${author}" };
window.authorId = 6802322;
window.authorName = "${author}";</script>
<div class="main-blog"><div class="blog-index"><div class="leftbox"><div class="author-all-blog">
<h3 id="top-title">${escaped(heading)}</h3>
<div class="all-blog-con author-blog-list"></div><div class="all-blog-con search-author-list" style="display:none"></div>
<div class="author-more-blog" role="button" tabindex="0">加载更多</div></div></div>
<div class="indexMainConri"><div class="author_detail"><p class="name">${escaped(author)}</p><p class="data"><span>1012篇文章</span><span class="lasttime">2小时前更新</span></p><p class="desc">写经济，也写人。</p></div>
<div class="new-con"><h4>最新文章</h4>${latest.map((post) => `<p><a href="https://${label}.blog.caixin.com/archives/${post.id}">${escaped(post.title)}</a></p>`).join('')}</div></div></div></div>
<script>${SCRIPT}</script>`,
  );
}

/** The front page of all blogs. */
export function currentFront(recommended: (ReplicaPost & { label: string; author: string })[]): string {
  const links = recommended.map(
    (post) =>
      `<p><a class="author" href="https://${post.label}.blog.caixin.com/">${escaped(post.author)}</a>：<a title=""${escaped(post.title)}" href="https://${post.label}.blog.caixin.com/archives/${post.id}">${escaped(post.title)}</a></p>`,
  );
  return page(
    '博客频道-财新网-CAIXIN.COM',
    `<div class="main-blog"><div class="blog-index"><div class="leftbox"><div class="all-blog"><h3>全部博文</h3><div class="all-blog-con"></div><div class="more-blog" role="button" tabindex="0">加载更多</div></div></div>
<div class="indexMainConri"><h4>读者推荐</h4><div id="blog_recommend_list">${links.join('\n')}</div></div></div></div>
<script>${SCRIPT}</script>`,
  );
}

/** An article of today. */
export function currentArticle(author: string, post: ReplicaPost): string {
  return page(
    `${post.title}-${author}的财新博客-财新网`,
    `<div class="main-blog"><div class="blog-index"><div class="leftbox"><div id="the_content"><h1>${escaped(post.title)}</h1><p>阅读:0</p><p>听报道</p><p>${escaped(excerptOf(post))}</p></div></div>
<div class="indexMainConri"><div class="author_detail"><p class="name">${escaped(author)}</p></div></div></div></div>`,
  );
}

/**
 * A row of the API's answer: for an author's posts the address is in `guid`, for the front page in `postUrl`, with
 * the author.
 */
export function apiRow(label: string, post: ReplicaPost, author?: string): Record<string, unknown> {
  const address = `http://${label}.blog.caixin.com/archives/${post.id}`;
  const publishTime = Date.parse(`${post.time.replace(' ', 'T')}:00+08:00`);
  const row = { title: post.title, brief: excerptOf(post), publishTime };
  return author ? { ...row, postUrl: address, authorName: author } : { ...row, guid: address };
}

/** A current page without a list. */
export function plainPage(title: string, body: string): string {
  return page(title, `<div class="main-blog"><p>${body}</p></div>`);
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="UTF-8"><meta version="2.0"><title>${escaped(title)}</title><base target="_blank"><style>${STYLE}</style></head>
<body><div class="top">财新博客</div>${body}</body></html>`;
}

const STYLE = `
body{margin:0;background:#fff;color:#333;font:15px/160% "Noto Sans CJK SC","PingFang SC",sans-serif}
a{color:#222;text-decoration:none}
.top{background:#003366;color:#fff;padding:10px calc(50% - 495px);font-size:18px}
.blog-index{width:990px;margin:20px auto;display:flex;gap:40px}.leftbox{width:650px}.indexMainConri{width:300px;font-size:14px}
.blog-item{padding:18px 0;border-bottom:1px solid #eee}.blog-item-title{font-size:19px;font-weight:600}
.blog-item-brief{color:#666;margin:6px 0;font-size:14px}.blog-item-foot{color:#999;font-size:13px;display:flex;gap:12px}
.author-more-blog,.more-blog{padding:14px;text-align:center;background:#f5f5f5;cursor:pointer;margin:16px 0}
.author_detail,.new-con{background:#fafafa;padding:12px 16px;margin-bottom:16px}.name{font-size:17px;font-weight:600;margin:0}`;
