import type { Subject } from './posts';
import type { Random } from './random';

/** What a row is made of: markup of its date, and texts. */
export interface RowParts {
  subject: Subject;
  date: string;
  excerpt: string;
  /** Counts, tags and the like. */
  meta: string;
  more: string;
  byline: string;
  badge: string;
}

/** A way to lay out rows: each row's markup, and what stands around all of them. */
export interface Shape {
  name: string;
  around(rows: string): string;
  row(parts: RowParts, index: number): string;
  /** The shape has a place for these. */
  shows: { excerpt: boolean; byline: boolean; meta: boolean };
}

const ALL = { excerpt: true, byline: true, meta: true };
const href = ({ url }: Subject) => url;

/** Shapes with names and elements of their own, made anew for each page. */
export function shapesOf(random: Random): Shape[] {
  const [a, b, c, d] = [random.name(), random.name(), random.name(), random.name()];
  const block = random.one(['div', 'p', 'section']);
  const inline = random.one(['span', 'em', 'i', 'small']);
  const head = random.one(['h2', 'h3', 'h4', 'h5']);
  const item = random.one(['div', 'li', 'article', 'section']);
  const order = random.shuffled(['excerpt', 'date', 'meta', 'byline'] as const);
  const list = (rows: string) =>
    item === 'li' ? `<ul class="${a}">${rows}</ul>` : `<div class="${a}">${rows}</div>`;
  const link = (subject: Subject, inner = subject.title) =>
    `<a class="${c}" href="${href(subject)}">${inner}</a>`;
  const text = (parts: RowParts) =>
    parts.excerpt ? `<${block} class="${d}">${parts.excerpt}</${block}>` : '';
  const rest = (parts: RowParts) =>
    order
      .map((name) =>
        name === 'excerpt'
          ? text(parts)
          : name === 'date'
            ? parts.date
            : parts[name] && `<div>${parts[name]}</div>`,
      )
      .join('');
  const dateFirst = random.chance(30);
  const plain = (inner: (parts: RowParts) => string, name: string, shows = ALL): Shape => ({
    name,
    around: list,
    row: (parts) => `<${item} class="${b}">${inner(parts)}</${item}>\n`,
    shows,
  });
  return [
    plain(
      (p) =>
        `${dateFirst ? p.date : ''}<${head}>${link(p.subject, p.badge + p.subject.title)}</${head}>${rest(dateFirst ? { ...p, date: '' } : p)}${p.more}`,
      'headed',
    ),
    plain((p) => `<div>${link(p.subject)}</div>${rest(p)}${p.more}`, 'unheaded'),
    plain(
      (p) =>
        `<a href="${href(p.subject)}"><img src="//img.caixin.com/${p.subject.id}.jpg" alt=""></a><div>${link(p.subject)}${rest(p)}</div>`,
      'picture',
    ),
    plain(
      (p) =>
        `<a class="${c}" href="${href(p.subject)}" aria-hidden="true"></a><${head}>${p.subject.title}</${head}>${rest(p)}`,
      'overlay',
    ),
    plain(
      (p) =>
        `<${head}>${p.subject.title}</${head}>${rest(p)}<div>${link(p.subject, random.one(['阅读全文', '查看详情 >', 'Read more', '继续阅读→']))}</div>`,
      'unlinked',
    ),
    {
      name: 'opened by script',
      around: list,
      row: (p) =>
        `<div class="${b}" ${random.one([`data-href="${href(p.subject)}"`, `onclick="window.open('${href(p.subject)}')"`, `onclick="location.href='${new URL(p.subject.url).pathname}'"`])}><${head}>${p.subject.title}</${head}>${rest(p)}</div>`,
      shows: ALL,
    },
    {
      name: 'card of blocks',
      around: (rows) => `<div>${rows}</div>`,
      row: (p) =>
        `<a class="${b}" href="${href(p.subject)}"><div>${p.subject.title}</div>${text(p)}<div>${p.date}</div></a>`,
      shows: { excerpt: true, byline: false, meta: false },
    },
    {
      name: 'card of spans',
      around: (rows) => `<div>${rows}</div>`,
      row: (p) =>
        `<a class="${b}" href="${href(p.subject)}"><span>${p.subject.title}</span>${p.excerpt && `<span class="${d}">${p.excerpt}</span>`}${p.date.replaceAll(/<(\/?)(?:div|p)\b/g, '<$1span')}</a>`,
      shows: { excerpt: true, byline: false, meta: false },
    },
    {
      name: 'phone',
      around: (rows) => `<section>${rows}</section>`,
      row: (p) =>
        `<div class="${b}"><a href="${href(p.subject)}"><dl><dt>${p.subject.title}</dt><dd>${p.date}</dd></dl><img data-src="//img.caixin.com/${p.subject.id}.jpg"></a></div>`,
      shows: { excerpt: false, byline: false, meta: false },
    },
    {
      name: 'no wrapper',
      around: (rows) => `<div class="${a}">${rows}</div>`,
      row: (p) => `<${head}>${link(p.subject)}</${head}><div>${p.date}</div>${text(p)}`,
      shows: { ...ALL, byline: false, meta: false },
    },
    {
      name: 'one dl',
      around: (rows) => `<dl>${rows}</dl>`,
      row: (p) => `<dt>${link(p.subject)}</dt><dd>${p.date}</dd>${p.excerpt && `<dd>${p.excerpt}</dd>`}`,
      shows: { ...ALL, byline: false, meta: false },
    },
    {
      name: 'paragraphs',
      around: (rows) => `<div class="${a}">${rows}</div>`,
      row: (p) => `<p>${link(p.subject)}</p><p>${p.date}</p>${p.excerpt && `<p>${p.excerpt}</p>`}`,
      shows: { ...ALL, byline: false, meta: false },
    },
    {
      name: 'table',
      around: (rows) =>
        `<table width="100%"><tbody><tr><th>标题</th><th>时间</th></tr>${rows}</tbody></table>`,
      row: (p) => `<tr><td>${link(p.subject)}</td><td>${p.date}</td></tr>`,
      shows: { excerpt: false, byline: false, meta: false },
    },
    {
      name: 'table of two rows',
      around: (rows) => `<table><tbody>${rows}</tbody></table>`,
      row: (p) => `<tr><td>·</td><td>${link(p.subject)}</td><td align="right">${p.date}</td></tr>`,
      shows: { excerpt: false, byline: false, meta: false },
    },
    {
      name: 'lines',
      around: (rows) => `<div class="${a}">${rows}</div>`,
      row: (p) =>
        `·<a href="${href(p.subject)}">${p.subject.title}</a> ${p.date.replaceAll(/<(\/?)(?:div|p)\b/g, '<$1span')}<br>\n`,
      shows: { excerpt: false, byline: false, meta: false },
    },
    {
      name: 'wordpress',
      around: (rows) => `<main id="main">${rows}</main>`,
      row: (p) =>
        `<article class="post-${p.subject.id} hentry"><header class="entry-header"><${head} class="entry-title"><a href="${href(p.subject)}" rel="bookmark">${p.subject.title}</a></${head}><div class="entry-meta"><span class="posted-on">Posted on <a href="${href(p.subject)}">${p.date}</a></span></div></header>${p.excerpt && `<div class="entry-summary"><p>${p.excerpt}</p></div>`}<footer class="entry-footer">${p.meta} <a href="${href(p.subject)}#respond">发表评论</a></footer></article>`,
      shows: { ...ALL, byline: false },
    },
    {
      name: 'hexo',
      around: (rows) => `<section id="posts">${rows}</section>`,
      row: (p) =>
        `<article><header><h1><a href="${href(p.subject)}">${p.subject.title}</a></h1><div class="post-meta">${p.date}<span> | </span><span>分类于 <a href="/usercategory/3">札记</a></span></div></header><div class="post-body"><p>${p.excerpt}</p><div class="post-button"><a class="btn" href="${href(p.subject)}#more">阅读全文 »</a></div></div></article>`,
      shows: { excerpt: true, byline: false, meta: false },
    },
    {
      name: 'discuz',
      around: (rows) => `<table summary="forum"><tbody>${rows}</tbody></table>`,
      row: (p, index) =>
        `<tr><td class="icn"><a href="${href(p.subject)}" title="新窗口"><img src="folder.gif"></a></td><th><a class="xst" href="${href(p.subject)}">${p.subject.title}</a></th><td class="by"><cite><a href="/space/7">楼主${index}</a></cite><em>${p.date}</em></td><td class="num"><a href="${href(p.subject)}#c">${index + 3}</a><em>${400 + index}</em></td></tr>`,
      shows: { excerpt: false, byline: false, meta: false },
    },
    plain(
      (p) =>
        `${p.excerpt && `<div>${link(p.subject)}<${inline}>${p.date.replaceAll(/<(\/?)(?:div|p)\b/g, '<$1span')}</${inline}></div>`}${!p.excerpt ? `${link(p.subject)} ${p.date}` : ''}${text(p)}`,
      'date beside',
      { excerpt: true, byline: false, meta: false },
    ),
  ];
}
