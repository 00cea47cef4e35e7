// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { clean, withoutCut } from '../../utils/sites/text';
import { isBadge, isMeta, isProse, withoutMeta } from '../../utils/sites/words';

describe('a line without content of its own', () => {
  it.each([
    '',
    '12',
    '，。',
    '★ ￥',
    '\u3000\t\n',
    '标签：社区 治理',
    '關鍵詞: 甲乙',
    '分类（甲乙）',
    '栏目 : 甲乙',
    '来源于甲乙',
    'Tags: abc',
    'category：abc',
    'posted on 2026',
    'Posted in abc',
    '发布于 2026',
    '發表於',
    '时间：12',
    '日期 12',
    '阅读全文',
    '点击查看原文',
    '点击展开更多',
    '[详细]',
    '詳情',
    '剩余部分',
    '继续阅读',
    'Continue reading',
    'read more',
    'MORE',
    '阅读 1234 · 评论 5',
    '阅读量：1.2万',
    '阅读数 12,345 次',
    '总浏览（12）',
    '评论[3]',
    '我要评论',
    '3条评论',
    '12 人阅读',
    '5 评',
    '2.5k views',
    '1 万+ 点击',
    '12 comments',
    'Likes 5',
    '点赞',
    '#甲乙 ＃丙丁',
    'abc.com/de?f=g',
    '独家',
    '付费 · 首发',
    '推荐文章',
    '订阅',
    '关注 12',
    'VIP',
    '热门',
    '阅读：' + '甲'.repeat(60),
    '1'.repeat(80),
  ])('%j', (text) => expect(isMeta(text)).toBe(true));

  it.each([
    '甲',
    'a',
    '评论家',
    '独家报告',
    '甲独家',
    '我独家5',
    '关注5甲',
    '12 人阅读者',
    '3条评论员',
    'abc.com',
    '阅读：' + '甲'.repeat(61),
    '1'.repeat(81),
  ])('but %j has some', (text) => expect(isMeta(text)).toBe(false));

  it.each([
    ['甲乙 阅读 12', '甲乙  '],
    ['甲乙 评论 5 丙丁', '甲乙   丙丁'],
    ['甲乙 5 条评论', '甲乙  '],
    ['甲乙', '甲乙'],
    ['甲乙 https://abc.com/x 丙丁', '甲乙   丙丁'],
    ['甲乙 #丙丁 戊己', '甲乙   戊己'],
  ])('%j gives %j', (text, rest) => expect(withoutMeta(text)).toBe(rest));
});

describe('a badge', () => {
  it.each([
    '独家',
    '[付费]',
    '【收费】',
    '（免费',
    '顶|',
    '精华：',
    '热',
    'hot',
    'Vip',
    '置顶',
    '专题·',
    '广告',
  ])('%s', (text) => expect(isBadge(text)).toBe(true));

  it.each(['', '甲', '[]', '独家甲', '甲独家', '独 家', '独家||'])('but not %j', (text) =>
    expect(isBadge(text)).toBe(false),
  );
});

describe('a sentence', () => {
  it.each([
    '甲。',
    '甲！乙',
    '甲？',
    '甲；乙',
    '甲…',
    '甲，乙，丙',
    '甲，，',
    'Ab. c',
    'ab! c',
    'ab?\tc',
    'ab...',
    '甲'.repeat(81),
  ])('%s', (text) => expect(isProse(text)).toBe(true));

  it.each(['', '甲', '甲，乙', '甲、乙、丙', 'ab.', 'ab.c', 'ab..', 'a b', '3.5', '甲'.repeat(80)])(
    'but not %j',
    (text) => expect(isProse(text)).toBe(false),
  );
});

describe('text as one line', () => {
  it.each([
    ['  一 \n\t 二  ', '一 二'],
    ['一\u00a0\u3000二', '一 二'],
    ['\ufeff一\ufeff \ufeff 二', '一 二'],
    ['一\u200b\u200b二\u200d', '一二'],
    ['\u200b 一 \u200b', '一'],
    ['一\u0007二', '一二'],
    ['a\u00adb', 'ab'],
    ['一\ud83d', '一\ufffd'],
    ['😀 一', '😀 一'],
    ['\u00a1\u00ff\u0394', '¡ÿΔ'],
    ['', ''],
    ['\u200b\u200b', ''],
  ])('%j is %j', (text, shown) => expect(clean(text)).toBe(shown));
});

describe('an excerpt that was cut off', () => {
  it.each([
    ['一...', '一'],
    ['一……', '一'],
    ['一 … ', '一'],
    ['一.....  ', '一'],
    ['一  ...', '一'],
    ['一&rd...', '一'],
    ['一&rdquo;...', '一'],
    ['一&#8230;...', '一'],
    ['一&......', '一'],
    ['一<b...', '一'],
    ['一</strong...', '一'],
    ['一 < ...', '一'],
    ['一...[ ]', '一'],
    ['一 [] ', '一'],
    ['一【  】', '一'],
    ['一... 【】 …', '一'],
    ['一  ', '一'],
  ])('%j ends as %j', (text, shown) => expect(withoutCut(text)).toBe(shown));

  it.each(['一', '一..', '一...二', '一[二]', '一[', '一&rd', '一<b', '&rd 一', '一】'])(
    'but %j stays',
    (text) => expect(withoutCut(text)).toBe(text),
  );

  it.each([
    ['一&二...', '一&二'],
    ['一<二...', '一<二'],
    ['一<3...', '一<3'],
    ['一>...', '一>'],
  ])('%j has no markup', (text, shown) => expect(withoutCut(text)).toBe(shown));
});
