/** Longest line that can be anything but an excerpt. */
export const SHORT = 80;

const COUNTED =
  '(?:(?:总|我要|[发發]表)?(?:[阅閱][读讀]|[浏瀏][览覽]|[评評][论論]|留言|回[复覆]|跟帖|[点點]?[赞讚]|分享|收藏|[转轉][发發]|人气|[点點][击擊]|喜欢|听报道|comments?|views?|likes?|reads?)(?:量|次?[数數])?)';
const NUMBER = '[\\d,.]+\\s*(?:[万萬千kw]\\+?)?';
/** Badges of a post, as an element of their own beside or inside its title (site.md 9). */
const BADGES =
  '独家|原创|[付收免]费|专享|首发|图集|[视音]频|直播|专题|推[荐薦广]|广告|赞助|热门?|新|精华?|荐|置?顶|会员|深度|特稿|转载|重磅|VIP|NEW|HOT|TOP|AD';

/** Words of a line that say nothing of a post (site.md 2.2, 3.3, 5): what leads on, counts, tags, badges. */
const META = new RegExp(
  [
    `(?:[标標][签籤]|[关關][键鍵][词詞]|分[类類]|[栏欄]目|[来來]源|tags?|category|${COUNTED})(?:\\s*[:：(（]|于|於).{0,60}$|posted on|(?:posted in|張貼在).*$|(?:[发發][布表佈])?[于於]|[时時][间間]|日期`,
    '(?:[点點][击擊]|展[开開]|[继繼][续續]|查看|[阅閱][读讀])*(?:全[文部]|原文|更多|[详詳][细細情]|剩余部分)|[继繼][续續](?:[阅閱][读讀]|看下去)|continue reading|(?:read )?more',
    `${COUNTED}\\s*[:：(（[]?\\s*(?:${NUMBER})?\\s*[次条條人个個]?(?![\\p{sc=Han}])`,
    `${NUMBER}\\s*[次条條人个個篇则則]?\\s*(?:${COUNTED}|[评評])(?![\\p{sc=Han}])`,
    '[#＃][^\\s#＃]+|[\\w.:/-]+\\.com/\\S*',
    `(?<![\\p{L}\\d])(?:${BADGES}|订阅|关注)(?:文章)?(?![\\p{L}\\d])`,
  ].join('|'),
  'giu',
);
const BADGE = new RegExp(`^[\\[【(（]?(?:${BADGES})[\\]】)）]?[｜|·:：]?$`, 'iu');
const LETTER = /[^\p{P}\p{S}\p{Z}\s\d]/u;

/** Whether a line has no content of its own: `阅读 1234 · 评论 5`, `标签：乡村`, `[详细]`, dots. */
export function isMeta(text: string): boolean {
  return text.length <= SHORT && !LETTER.test(withoutMeta(text));
}

/** A line without what is not of its own. */
export function withoutMeta(text: string): string {
  return text.replace(META, ' ');
}

/** The parts of a line that holds several facts, each behind its name: `作者：甲 时间：2026-11-20 浏览：5`. */
export function factsIn(line: string): string[] {
  return isProse(line) ? [line] : line.split(/[ |｜]+(?=\p{sc=Han}{2,4} ?[:：])|(?=作者[:：])/u);
}

/** Whether a text is a badge: `独家`, `[付费]`. */
export function isBadge(text: string): boolean {
  return BADGE.test(text);
}

/** Whether a line is prose: a sentence, not a name or a label. */
export function isProse(text: string): boolean {
  return /[。！？；…]|，.*，|[.!?]\s|\.{3}/.test(text) || text.length > SHORT;
}
