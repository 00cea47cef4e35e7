import type { PageCase } from '../cases';
import { dateFormFor, knownOf } from './dates';
import { HOST, NOW, type Subject, subjects } from './posts';
import { type Random, randomOf } from './random';
import { type RowParts, shapesOf } from './rows';

const METAS = [
  '阅读 1234 · 评论 5',
  '阅读(88) 评论(2)',
  '#乡村 #合作',
  '标签：<a href="/archives/tag/a">乡村</a>',
  '1.2万阅读',
  '👍 12　💬 3',
  '收藏 分享',
  '浏览：302次',
  '分类：札记',
  '閱讀 33',
  '12条评论',
  '转发',
];
const MORES = [
  '阅读全文',
  '阅读全文>>',
  '[详细]',
  '查看更多',
  '閱讀全文',
  'Read more',
  '继续阅读 →',
  '展开全部',
  '…更多',
];
const BADGES = ['独家', '付费', '原创', '置顶', '热', 'NEW'];
const BYLINES = [
  '文｜财新 NAME',
  '作者：NAME',
  '文、图｜NAME',
  '记者 NAME',
  'NAME｜文',
  '撰稿丨NAME',
  'by：NAME',
];

/** A page that nobody has drawn, with what is to be read on it. The same seed gives the same page. */
export function generatedPage(seed: number): PageCase {
  const random = randomOf(seed);
  const shape = random.one(shapesOf(random));
  const bare = random.chance(8);
  const excerpts = !bare && shape.shows.excerpt && random.chance(70);
  const byline = !bare && shape.shows.byline && random.chance(25) ? random.one(BYLINES) : '';
  const posts = subjects(random, 3 + random.under(14), { excerpts, authors: byline !== '' });
  const form = dateFormFor(
    random,
    posts.map(({ time }) => time),
  );
  const hasDates = !bare && random.chance(92);
  const tag = random.one(['span', 'em', 'div', 'p', 'i', 'small', 'time']);
  const meta = shape.shows.meta && random.chance(45) ? random.one(METAS) : '';
  const more = random.chance(40) ? random.one(MORES) : '';
  const badge = random.chance(15) ? `<em>${random.one(BADGES)}</em>` : '';
  const partsOf = (subject: Subject): RowParts => ({
    subject,
    date: hasDates ? form.print(subject.time, tag) : '',
    excerpt: (subject.excerpt ?? '') + (subject.excerpt && random.chance(20) ? '…' : ''),
    meta,
    more: more && `<div><a href="${subject.url}">${more}</a></div>`,
    byline: byline.replace('NAME', subject.author ?? ''),
    badge: random.chance(40) ? badge : '',
  });
  const rows = posts.map(
    (subject, index) => shape.row(partsOf(subject), index) + between(random, shape.name, index),
  );
  const html = frame(random, shape.around(rows.join('')));
  return {
    name: `seed ${seed}: ${shape.name}, ${hasDates ? form.name : 'no dates'}${byline && `, ${byline}`}${meta && `, ${meta}`}`,
    url: new URL(`${HOST}/`),
    now: NOW,
    html,
    posts: posts.map(({ url, title, time, excerpt, author }) => ({
      url,
      title,
      ...(hasDates && { publishedAt: knownOf(form, time) }),
      ...(excerpt && { excerpt }),
      ...(author && { author }),
    })),
    complete: true,
    anywhere: false,
  };
}

/** What stands between rows now and then: an advertisement, a recommended post of another blog. */
function between(random: Random, shape: string, index: number): string {
  if (!/headed|picture|overlay|wordpress/.test(shape) || !random.chance(6)) return '';
  return random.one([
    '<div class="ad"><a href="https://mall.caixin.com/g/1.html">限时优惠</a></div>',
    '<hr>',
    `<div class="tj"><b>推荐阅读</b><a href="https://qiaoan.blog.caixin.com/archives/${250_000 + index}">旁人的文章${index}</a></div>`,
    '<script>var a = 1;</script>',
  ]);
}

const old = (random: Random, from: number) =>
  [0, 1, 2, 3].map((n) => ({
    url: `${HOST}/archives/${from - n * 7}`,
    title: `${random.one(['旧文', '往事', '札记'])}之${n + 1}：${random.one(['晒谷场', '老井', '灯会'])}`,
  }));

/** A box beside the list. */
function box(random: Random): string {
  const items = old(random, 240_000 + random.under(5000));
  const li = (inner: (one: (typeof items)[number]) => string) =>
    `<ul>${items.map((one) => `<li>${inner(one)}</li>`).join('')}</ul>`;
  const head = random.one(['热门文章', '最新评论', '阅读排行', '相关阅读', '热门']);
  return random.one([
    `<h5>${head}</h5>${li(({ url, title }) => `<a href="${url}">${title}</a>`)}`,
    `<h4>${head}</h4>${li(({ url, title }) => `<a href="${url}">${title}</a><span>2024-03-0${1 + random.under(8)}</span>`)}`,
    `<h3>最新评论</h3>${li(({ url, title }) => `读者甲 评论了 <a href="${url}">${title}</a>：说得好`)}`,
    `<div>文章归档</div><ul><li><a href="/archives/date/2026/11">2026年11月</a> (3)</li><li><a href="/archives/date/2026/10">2026年10月</a> (5)</li></ul>`,
    `<div>个人分类</div><ul><li><a href="/usercategory/1">社区治理</a><span>66篇</span></li></ul>`,
    `<div>博主推荐</div><ul><li><a href="https://qiaoan.blog.caixin.com/">乔安</a><p>专栏作者</p></li><li><a href="https://heyi.blog.caixin.com/">何以</a></li></ul>`,
  ]);
}

/** What stands around a list: today's frame, that of the WordPress years, or one with new names. */
function frame(random: Random, list: string): string {
  const side = [box(random), ...(random.chance(50) ? [box(random)] : [])].join('');
  const aside = random.one([
    `<aside>${side}</aside>`,
    `<div class="sidebar">${side}</div>`,
    `<div class="${random.name()}">${side}</div>`,
  ]);
  const pager = random.one([
    '',
    '<div class="pages"><a href="/page/2">2</a><a href="/page/2">下一页</a></div>',
    '<div>加载更多</div>',
  ]);
  const top = random.one([
    '',
    '<nav><a href="https://www.caixin.com/">首页</a><a href="/archive/main">全部</a></nav>',
    `<p>位置：<a href="/">博客</a> &gt; 林木</p>`,
  ]);
  const column = random.one([
    `<div class="leftbox"><div class="author-all-blog"><div id="top-title">全部文章</div><div class="all-blog-con author-blog-list">${list}</div><div class="author-more-blog">加载更多</div></div></div>`,
    `<div id="content">${list}${pager}</div>`,
    `<div class="${random.name()}"><div class="${random.name()}"><h2>全部文章</h2>${list}${pager}</div></div>`,
    `<main>${list}</main>${pager}`,
    `<div class="${random.name()}">${list}</div>`,
  ]);
  const body = random.chance(20) ? `${aside}${column}` : `${column}${aside}`;
  return `<!doctype html><html><head><meta charset="utf-8"><title>林木的财新博客-财新网</title></head><body>${top}<div class="${random.name()}">${body}</div><footer>© 财新 2026年</footer></body></html>`;
}
