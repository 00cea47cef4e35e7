/** Longest line that can be anything but an excerpt. */
export const SHORT = 80;

const COUNTED =
  '(?:(?:总|我要|发表|發表)?(?:阅读|閱讀|浏览|瀏覽|评论|評論|留言|回复|回覆|跟帖|点赞|點讚|赞|讚|分享|收藏|转发|轉發|人气|点击|點擊|热度|喜欢|听报道|comments?|views?|likes?|reads?|shares?|replies)(?:量|数|數|次数|人数)?)';
const NUMBER = '[\\d,.]+\\s*(?:[万萬千kw]\\+?)?';
/** Badges of a post, as an element of their own beside or inside its title (site.md 10). */
const BADGES =
  '独家|原创|付费|收费|专享|首发|图集|组图|图文|视频|音频|直播|专题|推荐|推薦|推广|广告|赞助|热门?|新|精华?|荐|顶|置顶|会员|免费|限免|深度|特稿|快讯|转载|重磅|VIP|NEW|HOT|TOP|AD';

/** Words of a line that say nothing of a post (site.md 2.2, 3.3, 5): what leads on, counts, tags, badges. */
const META = new RegExp(
  [
    '(?:标签|標籤|关键词|關鍵詞|分类|分類|栏目|欄目|来源|來源|阅读|评论|分享|浏览|点赞|收藏|听报道|tags?|category)(?:\\s*[:：(（]|于|於).{0,60}$|(?:filed under|posted in).{0,60}$|posted on|(?:发布|发表|發表|發佈|發布)?(?:于|於)|[时時][间間]|日期',
    '(?:点击|點擊|展开|展開|继续|繼續|查看|查閱|显示|阅读|閱讀|浏览|了解)*(?:全文|全部|原文|更多|详细|詳細|详情|詳情|余下内容)|(?:继续|繼續)(?:阅读|閱讀)|(?:continue|keep) reading|read (?:the )?(?:more|full (?:article|story|post))|more',
    `${COUNTED}\\s*[:：(（[]?\\s*(?:${NUMBER})?\\s*[次条條人个個]?(?![\\p{sc=Han}])`,
    `${NUMBER}\\s*[次条條人个個篇]?\\s*${COUNTED}(?![\\p{sc=Han}])`,
    '[#＃][^\\s#＃]+',
    `(?<![\\p{L}\\d])(?:${BADGES}|登录|登錄|订阅|关注)(?:文章)?(?![\\p{L}\\d])`,
  ].join('|'),
  'giu',
);
const BADGE = new RegExp(`^[\\[【(（]?(?:${BADGES})[\\]】)）]?[｜|·:：]?$`, 'iu');
const LETTER = /[^\p{P}\p{S}\p{Z}\s\d]/u;

/** Whether a line has no content of its own: `阅读 1234 · 评论 5`, `标签：乡村`, `[详细]`, dots. */
export function isMeta(text: string): boolean {
  return text.length <= SHORT && !LETTER.test(text.replace(META, ' '));
}

/** Whether a text is a badge: `独家`, `[付费]`. */
export function isBadge(text: string): boolean {
  return BADGE.test(text);
}

/** Whether a line is prose: a sentence, not a name or a label. */
export function isProse(text: string): boolean {
  return /[。！？；…]|，.*，|[.!?]\s|\.{3}/.test(text) || text.length > SHORT;
}
