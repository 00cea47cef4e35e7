import { chineseTime, escaped, excerptOf, type ReplicaPost } from '../post';

export interface LegacyList {
  label: string;
  author: string;
  /** `个人分类 > 社区治理`; none on an author's home. */
  crumbs?: string;
  posts: ReplicaPost[];
  /** The page and how many there are; none where there is one. */
  paging?: { page: number; of: number; path: string };
  sidebar?: ReplicaPost[];
}

/** A list page of the WordPress years (site structure of 2009 to 2021). */
export function legacyList({ label, author, crumbs, posts, paging, sidebar = [] }: LegacyList): string {
  const home = `http://${label}.blog.caixin.com`;
  const title = crumbs
    ? `${crumbs.split(' > ').at(-1)}-${author}-财新博客-财新网`
    : `${author}的财新博客-财新网`;
  return page(
    title,
    `<div id="header"><a href="http://www.caixin.com/"><img class="logo" src="" width="40" height="20" alt="财新传媒"></a>
  <p class="name"><a href="${home}">${escaped(author)}的博客</a></p></div>
<div id="main"><div id="content">
${crumbs ? `<div class="weizhi">位置:<a href="http://blog.caixin.com/">博客</a> &gt; <a href="${home}">${escaped(author)}</a> &gt; ${escaped(crumbs).replace(' &gt; ', ' &gt; ')}</div>` : ''}
${posts.map((post, index) => entry(home, post, index)).join('\n')}
${paging ? pageNavi(home, paging) : ''}
</div>
<div class="sidebar"><div class="widget author_detail"><h3>作者</h3><p><img src="" width="40" height="40" alt=""></p><p><strong>${escaped(author)}</strong> 写字的人。</p></div>
<div class="widget"><h3>最新文章</h3><ul>${sidebar.map((post) => `<li><a href="${home}/archives/${post.id}" title="${escaped(post.title)}">${escaped(post.title)}</a></li>`).join('')}</ul></div></div></div>`,
  );
}

/** How excerpts end, where they are cut off. */
const ENDS = ['未完的话留到正文里说...', '这件事还要从头讲起...', '后来的变化谁也没有料到...'];

/** Eight of twenty repeat their title above the excerpt, as the alt text of a picture does. */
function entry(home: string, post: ReplicaPost, index: number): string {
  const link = `${home}/archives/${post.id}`;
  const repeated = index % 5 < 2 ? `<p>${escaped(post.title)}</p>` : '';
  const invented = `${repeated}<p>　　${escaped(excerptOf(post))}</p><p>&nbsp;</p><p>${index % 4 === 3 ? '' : ENDS[index % ENDS.length]}</p>`;
  const text = post.lines?.map((line) => `<p>${escaped(line)}</p>`).join('<p>&nbsp;</p>') ?? invented;
  return `<div class="post clear" id="post_${post.id}">
  <div class="post_date">${chineseTime(post.time)}</div>
  <h2><a href="${link}" title="${escaped(post.title)}">${escaped(post.title)}</a></h2>
  <div class="post_content">${text}</div>
  <a class="more" href="${link}#more">阅读全文&gt;&gt;</a>
</div>`;
}

function pageNavi(home: string, { page, of, path }: NonNullable<LegacyList['paging']>): string {
  const number = (n: number) =>
    n === page
      ? `<span class="current">${n}</span>`
      : `<a class="page" href="${home}${path}/page/${n}">${n}</a>`;
  const numbers = Array.from({ length: of }, (_, index) => number(index + 1)).join('');
  const next = page < of ? `<a class="nextpostslink" href="${home}${path}/page/${page + 1}">»</a>` : '';
  return `<div class="wp-pagenavi"><span class="pages">第 ${page} 页，共 ${of} 页</span>${numbers}${next}</div>`;
}

/** The tag list over all blogs: author, title, author and day, a line about the author, excerpt, a lone dot. */
export function legacyTagList(
  tag: string,
  posts: (ReplicaPost & { label: string; author: string })[],
): string {
  const rows = posts.map((post) => {
    const home = `http://${post.label}.blog.caixin.com`;
    const day = chineseTime(post.time).slice(5, 11);
    return `<div class="post"><div class="who"><a href="${home}/">${escaped(post.author)}</a></div>
<h2><a href="${home}/archives/${post.id}">${escaped(post.title)}</a></h2>
<div class="meta"><a href="${home}/">${escaped(post.author)}</a> ${day}</div>
<p class="bio">一个写博客的人，住在北方。</p><p>${escaped(excerptOf(post))}...</p><p>.</p></div>`;
  });
  return page(`${tag}-财新博客`, `<div id="main"><div id="content">${rows.join('\n')}</div></div>`);
}

/** An article of the WordPress years. */
export function legacyArticle(label: string, author: string, post: ReplicaPost): string {
  return page(
    `${post.title}-${author}-财新博客-新世纪的常识传播者-财新网`,
    `<div id="main"><div id="content"><h2>${escaped(post.title)}</h2><div class="post_date">${chineseTime(post.time)}</div>
<div class="blog_content"><p>${escaped(excerptOf(post))}</p></div></div>
<div class="sidebar"><div class="widget author_detail"><p></p><p><strong>${escaped(author)}</strong></p><p><a href="http://${label}.blog.caixin.com/">更多</a></p></div></div></div>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="UTF-8"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body>${body}<div id="footer">财新传媒 仿真页面，仅供测试</div></body></html>`;
}

/** Space for the scroll bar from the start: otherwise a page that is painted in parts would shift when it appears. */
const STYLE = `
html{scrollbar-gutter:stable}
body{margin:0;background:#f3f1ee;color:#333;font:14px/1.7 "Noto Sans CJK SC","PingFang SC",sans-serif}
a{color:#1f4e79;text-decoration:none}
#header,#main,#footer{width:960px;margin:0 auto}
#header{padding:20px 0;border-bottom:3px solid #1f4e79}#header .name{font-size:22px;margin:0}
#main{display:flex;gap:30px;padding:20px 0}
#content{width:620px;background:#fff;padding:20px 40px;box-sizing:border-box}
.weizhi{color:#888;font-size:12px;padding-bottom:10px;border-bottom:1px solid #eee}
.post{padding:18px 0;border-bottom:1px dotted #ccc}.post_date{color:#999;font-size:12px}
.post h2{font-size:18px;margin:2px 0 8px}.post_content p{margin:0 0 6px}.more{font-size:12px}
.wp-pagenavi{padding:16px 0}.wp-pagenavi>*{margin-right:6px;padding:2px 6px;border:1px solid #ddd}
.sidebar{width:270px}.widget{background:#fff;padding:12px 16px;margin-bottom:16px}
#footer{color:#999;padding:20px 0;font-size:12px}`;
