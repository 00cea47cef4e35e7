import { inChina } from '../../../utils/domain/date';
import { NOW } from './posts';
import type { Random } from './random';

/** A way to print a date: as markup, and what can be known from it. */
export interface DateForm {
  name: string;
  /** The markup of a date; absent where the form cannot show it. */
  print(time: number, tag: string): string;
  /** What a reader knows: the minute, or the day. */
  knows: 'minute' | 'day';
  /** Only such moments can be printed. */
  fits?(time: number): boolean;
}

const DAY = 86_400_000;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const SIGNS = [...'〇一二三四五六七八九'];

/** The numbers of a moment in China. */
function numbersOf(time: number) {
  const [, year = '', month = '', day = '', hour = '', minute = ''] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(inChina(time)) ?? [];
  return { year, month, day, hour, minute };
}

function spoken(number: number): string {
  const tens = Math.floor(number / 10);
  return `${tens > 1 ? SIGNS[tens] : ''}${tens > 0 ? '十' : ''}${number % 10 ? SIGNS[number % 10] : ''}`;
}

const daysAgo = (time: number) => Math.round((midnight(NOW.getTime()) - midnight(time)) / DAY);
const midnight = (time: number) => Math.floor((time + DAY / 3) / DAY) * DAY;

type Numbers = ReturnType<typeof numbersOf>;
const text = (
  name: string,
  knows: DateForm['knows'],
  say: (numbers: Numbers, time: number) => string,
  fits?: DateForm['fits'],
): DateForm => ({
  name,
  knows,
  print: (time, tag) => `<${tag}>${say(numbersOf(time), time)}</${tag}>`,
  ...(fits && { fits }),
});

const DATE_FORMS: DateForm[] = [
  text('chinese', 'minute', (n) => `${n.year}年${n.month}月${n.day}日 ${n.hour}:${n.minute}`),
  text('chinese day', 'day', (n) => `${n.year}年${Number(n.month)}月${Number(n.day)}日`),
  text('dashes', 'minute', (n) => `${n.year}-${n.month}-${n.day} ${n.hour}:${n.minute}:07`),
  text('dashes day', 'day', (n) => `${n.year}-${n.month}-${n.day}`),
  text('slashes', 'day', (n) => `${n.year}/${Number(n.month)}/${Number(n.day)}`),
  text('dots', 'day', (n) => `${n.year}.${n.month}.${n.day}`),
  text('brackets', 'day', (n) => `[${n.year}-${n.month}-${n.day}]`),
  text('no year', 'minute', (n) => `${n.month}月${n.day}日 ${n.hour}:${n.minute}`),
  text('no year day', 'day', (n) => `${Number(n.month)}月${Number(n.day)}日`),
  text('dash pair', 'day', (n) => `${n.month}-${n.day}`),
  text('slash pair', 'day', (n) => `${n.month}/${n.day}`),
  text('pair and clock', 'minute', (n) => `${n.month}-${n.day} ${n.hour}:${n.minute}`),
  text('english', 'day', (n) => `${MONTHS[Number(n.month) - 1]} ${Number(n.day)}, ${n.year}`),
  text(
    'english short',
    'minute',
    (n) => `${n.day} ${MONTHS[Number(n.month) - 1]?.slice(0, 3)} ${n.year} ${n.hour}:${n.minute}`,
  ),
  text(
    'numerals',
    'day',
    (n) =>
      `${[...n.year].map((sign) => SIGNS[Number(sign)]).join('')}年${spoken(Number(n.month))}月${spoken(Number(n.day))}日`,
  ),
  text(
    'halves',
    'minute',
    (n) =>
      `${n.year}年${n.month}月${n.day}日 ${Number(n.hour) < 12 ? '上午' : '下午'}${Number(n.hour) % 12 || 12}:${n.minute}`,
    (time) => numbersOf(time).hour !== '00',
  ),
  text(
    'weekday',
    'minute',
    (n, time) =>
      `${n.year}-${n.month}-${n.day} 星期${'日一二三四五六'[new Date(time + DAY / 3).getUTCDay()]} ${n.hour}:${n.minute}`,
  ),
  text('said', 'minute', (n) => `发布于 ${n.year}-${n.month}-${n.day} ${n.hour}:${n.minute}`),
  text('said before', 'day', (n) => `发表于：${n.year}年${n.month}月${n.day}日`),
  text('traditional', 'minute', (n) => `發表於 ${n.year}年${n.month}月${n.day}日 ${n.hour}:${n.minute}`),
  text('time of', 'day', (n) => `时间：${n.year}-${n.month}-${n.day}`),
  text(
    'changed too',
    'minute',
    (n) => `发布于 ${n.year}-${n.month}-${n.day} ${n.hour}:${n.minute}　更新于 2026-11-22 10:00`,
  ),
  text(
    'changed first',
    'minute',
    (n) => `更新于 2026-11-22 10:00 发布于 ${n.year}-${n.month}-${n.day} ${n.hour}:${n.minute}`,
  ),
  text(
    'days ago',
    'day',
    (_n, time) => `${daysAgo(time)}天前`,
    (time) => daysAgo(time) > 0,
  ),
  text('today', 'minute', (n, time) =>
    daysAgo(time) < 3
      ? `${'今昨前'[daysAgo(time)]}天 ${n.hour}:${n.minute}`
      : `${n.year}-${n.month}-${n.day} ${n.hour}:${n.minute}`,
  ),
  text(
    'counted too',
    'minute',
    (n) => `${n.year}-${n.month}-${n.day} ${n.hour}:${n.minute} · 阅读 ${n.minute}31`,
  ),
  text('with pen', 'day', (n) => `✎ ${n.year}-${n.month}-${n.day} ·`),
  {
    name: 'datetime',
    knows: 'minute',
    print: (time, tag) => `<time class="${tag}" datetime="${inChina(time)}">${daysAgo(time)}天前</time>`,
  },
  {
    name: 'datetime zulu',
    knows: 'minute',
    print: (time) => `<time datetime="${new Date(time).toISOString()}">不久前</time>`,
  },
  { name: 'epoch', knows: 'minute', print: (time, tag) => `<${tag} data-time="${time / 1000}"></${tag}>` },
  {
    name: 'epoch ms',
    knows: 'minute',
    print: (time, tag) => `<${tag} data-timestamp="${time}">近日</${tag}>`,
  },
  {
    name: 'boxes',
    knows: 'day',
    print: (time) => {
      const n = numbersOf(time);
      return `<div><b>${n.day}</b><i>${n.year}-${n.month}</i></div>`;
    },
  },
  {
    name: 'boxes of lines',
    knows: 'day',
    print: (time) => {
      const n = numbersOf(time);
      return `<div><p>${n.year}年${Number(n.month)}月</p><p>${Number(n.day)}日</p></div>`;
    },
  },
  {
    name: 'english boxes',
    knows: 'day',
    print: (time) => {
      const n = numbersOf(time);
      return `<div><span>${n.day}</span><span>${MONTHS[Number(n.month) - 1]?.slice(0, 3)}</span><span>${n.year}</span></div>`;
    },
  },
];

/** The date a reader knows from a form. */
export function knownOf({ knows }: DateForm, time: number): string {
  return knows === 'minute' ? inChina(time) : inChina(time).slice(0, 10);
}

/** A form that can show all these moments. */
export function dateFormFor(random: Random, times: number[]): DateForm {
  return random.one(DATE_FORMS.filter(({ fits }) => !fits || times.every(fits)));
}
