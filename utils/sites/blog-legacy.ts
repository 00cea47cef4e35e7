import { bloggerOfTitle, documentTitle, textOf } from './about';
import type { Dom } from './dom';
import type { About, Site } from './site';
import { clean } from './text';

/** The main column of the WordPress theme (2009 to at least 2021-06, site.md 2.2). */
const LIST = '#content';
/** `位置:博客 > 闫加伟 > 个人分类 > 社区治理`; the separators differ between copies (site.md 2.1). */
const CRUMBS =
  /位置\s*[:：]\s*博客\s*(?:[>»›＞]+|&gt;)\s*([^>»›＞&]{1,40}?)\s*(?:[>»›＞]+|&gt;)\s*(个人分类|文章归档)\s*(?:[>»›＞]+|&gt;)\s*(.{1,60}?)\s*$/;

/** An author's blog of the WordPress years: home, 个人分类, monthly archive, tags (site.md 2). */
export const blogLegacy: Site = {
  name: 'blog-legacy',
  matches: (url) => url.hostname.endsWith('.blog.caixin.com'),
  list: LIST,
  about(dom) {
    const crumbs = findCrumbs(dom);
    crumbs.author ??= textOf(dom, '.author_detail p strong') ?? bloggerOfTitle(documentTitle(dom));
    return crumbs;
  },
};

/** Most text nodes examined: the breadcrumb is above the list. */
const FEW = 300;

/** The breadcrumb's class is not known: it is found by its first word. */
function findCrumbs(dom: Dom): About {
  const walker = dom.texts();
  for (let left = FEW; left > 0 && walker.nextNode(); left--) {
    const node = walker.currentNode;
    if (!/^\s*位置/.test(node.nodeValue ?? '')) continue;
    for (let at = dom.parent(node), up = 0; at && up < 3; at = dom.parent(at), up++) {
      const [, author, kind, name] = CRUMBS.exec(clean(dom.text(at).slice(0, 300))) ?? [];
      if (author && name) return { author, heading: name, category: kind === '个人分类' ? name : undefined };
    }
  }
  return {};
}
