import { escaped, excerptOf, type ReplicaPost } from './post';
import { COMMUNITY } from './posts';

const row = (
  post: ReplicaPost,
) => `<div class="row"><h3><a href="https://odd.blog.caixin.com/archives/${post.id}">${escaped(post.title)}</a></h3>
<span>${post.time}</span><p>${escaped(excerptOf(post))}</p></div>`;

const page = (title: string, body: string, head = '') =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="UTF-8"><title>${title}</title>${head}</head><body><div style="width:700px;margin:40px auto">${body}</div></body></html>`;

/** Takes every key and click, removes unknown elements, and hides them with styles. */
export function hostilePage(): string {
  const head = `<style>*{margin:3px!important;letter-spacing:.1em!important}html>div,html>div *{display:none!important;opacity:0!important;transform:scale(0)!important}button,input{all:unset!important;display:none!important}</style>
<script>
for (const type of ['click','mousedown','pointerdown','keydown','keyup','keypress','input','beforeinput'])
  window.addEventListener(type, (e) => { (window.seen ??= []).push(type + ':' + (e.key ?? '')); e.stopImmediatePropagation(); if (e.target.localName !== 'input') e.preventDefault(); }, true);
new MutationObserver(() => { for (const one of document.querySelectorAll(':root > div')) { window.thrown = (window.thrown ?? 0) + 1; if (window.thrown < 4) one.remove(); } }).observe(document.documentElement, { childList: true });
</script>`;
  const form =
    '<form name="querySelectorAll"><input name="parentNode"><input name="textContent"><input name="childNodes"></form><img name="createTreeWalker">';
  const evil = COMMUNITY.slice(0, 6).map((post, index) => ({
    ...post,
    title: index === 1 ? `<img src=x onerror="window.hit=1">${post.title}` : post.title,
  }));
  return page('敌意页面', form + evil.map(row).join(''), head);
}

/**
 * An advertisement that takes the focus twenty times, reports when it has finished, and records every key it gets.
 */
export function greedyPage(): string {
  const script = `<script>
const field = document.querySelector('input');
const say = (what) => parent.postMessage(what, '*');
addEventListener('keydown', () => say('keydown'));
let turns = 0;
setInterval(() => { if (turns++ < 20) { window.focus(); field.focus(); } else if (turns === 30) say('through'); }, 5);
</script>`;
  return page('广告', `<input>${script}`);
}

/** A list that makes the browser prerender the next page. */
export function aheadPage(): string {
  const rules = { prerender: [{ urls: ['/page/2'], eagerness: 'immediate' }] };
  const head = `<script type="speculationrules">${JSON.stringify(rules)}</script>`;
  return page('下一页已备好', COMMUNITY.slice(0, 4).map(row).join(''), head);
}

/** A list of many rows. */
export function hugePage(count: number): string {
  const posts = Array.from({ length: count }, (_, n) => ({
    id: 100_000 + n,
    title: `第 ${n + 1} 篇文章的题目`,
    time: '2020-01-01 08:00',
  }));
  return page('很长的列表', posts.map(row).join('\n'));
}

/** Swaps its list without loading, by `history.pushState`. */
export function softPage(): string {
  const script = `<script>
const list = document.getElementById('list'), lists = ${JSON.stringify([COMMUNITY.slice(0, 5).map(row).join(''), COMMUNITY.slice(5, 8).map(row).join(''), '<p>关于本站</p>'])};
const paths = ['/', '/page/2', '/about'];
function go(n, push) { if (push) history.pushState({ n }, '', paths[n]); list.innerHTML = lists[n]; }
document.querySelectorAll('nav button').forEach((b, n) => b.addEventListener('click', () => go(n, true)));
addEventListener('popstate', () => go(Math.max(0, paths.indexOf(location.pathname)), false));
go(Math.max(0, paths.indexOf(location.pathname)), false);
</script>`;
  return page(
    '软导航',
    `<nav><button>一</button><button>二</button><button>关于</button></nav><div id="list"></div>${script}`,
  );
}
