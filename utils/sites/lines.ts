import { inDigits, monthNamed } from '../domain/date';
import type { Segment } from './segments';
import { clean } from './text';

/** What stands on one line of a row. */
export interface Line {
  text: string;
  segments: Segment[];
}

/** Segments as lines: those of one block, or of one block and one link. */
export function linesOf(segments: Segment[], byLink = false): Line[] {
  const groups = new Map<number, Map<Element | undefined, Segment[]>>();
  const lines: Segment[][] = [];
  for (const segment of segments) {
    const key = byLink ? segment.link : undefined;
    const group = groups.get(segment.block) ?? new Map<Element | undefined, Segment[]>();
    groups.set(segment.block, group);
    const line = group.get(key);
    if (line) line.push(segment);
    else {
      const made = [segment];
      group.set(key, made);
      lines.push(made);
    }
  }
  return lines.map((line) => ({ text: clean(line.map(({ text }) => text).join('')), segments: line }));
}

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

/** Parts of a date in boxes or headings of their own: `2026年11月`, `20日`, `20`, `Nov`, `11/`, `2026`. */
export interface DateParts {
  year?: number;
  month?: number;
  day?: number;
}

const PARTS =
  /(?<year>(?:19|20)\d\d)(?:\s*[年./-]\s*(?<m1>\d{1,2})(?!\d)\s*月?|\s*年)?|(?<m2>\d{1,2})\s*月|(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?|(?<m3>\d{1,2})\s*[./-]\s*(?=(?:19|20)\d\d)|(?<day>\d{1,2})(?:st|nd|rd|th|\s*[日号])|(?<number>\d{1,2})(?![\d:])/giu;

/** The parts of a date, if a text has nothing else; several boxes are one text. */
export function datePartsOf(printed: string): DateParts | undefined {
  if (printed.length > 40) return undefined;
  const text = inDigits(printed);
  const found: DateParts = {};
  const numbers: number[] = [];
  const rest = text
    .replace(/[(（]?(?:共\s*)?\d+\s*[篇条][)）]?|(?:星期|周)[一二三四五六日天]/g, ' ')
    .replace(PARTS, (...all) => {
      const parts: Record<string, string | undefined> = all.at(-1);
      if (parts.year) found.year ??= Number(parts.year);
      const month = parts.m1 ?? parts.m2 ?? parts.m3 ?? (parts.name && monthNamed(parts.name));
      if (month) found.month ??= Number(month);
      if (parts.day) found.day ??= Number(parts.day);
      if (parts.number) numbers.push(Number(parts.number));
      return ' ';
    });
  if (LETTER.test(rest) || numbers.length > 2 || /\d/.test(rest)) return undefined;
  // Of two bare numbers the first is the month, unless it cannot be.
  if (numbers.length === 2 && !found.month && (numbers[0] ?? 0) <= 12) found.month = numbers.shift() ?? 0;
  else if (numbers.length === 2 && !found.month && found.year) found.month = numbers.pop() ?? 0;
  const [last] = numbers;
  if (last !== undefined && (found.month || found.year)) {
    if (found.month) found.day ??= last;
    else found.month = last;
  } else if (last !== undefined) found.day ??= last;
  return found;
}

/** Whether a text is a date over several rows: a day, a month or a year alone. */
export function isDateHeading(text: string): boolean {
  const said = clean(text.slice(0, 100));
  if (/^[今昨前][天日]$/.test(said)) return true;
  const parts =
    said.length >= 3 && /[年月日号]|(?:19|20)\d\d|[a-z]{3}/i.test(said) ? datePartsOf(said) : undefined;
  return parts !== undefined && (parts.year ?? parts.month) !== undefined;
}
