import type { Random } from './random';

/** A post as a page is to show it. */
export interface Subject {
  id: number;
  url: string;
  title: string;
  /** Epoch milliseconds, a whole minute. */
  time: number;
  excerpt?: string;
  author?: string;
}

/** The moment at which generated pages are read. */
export const NOW = new Date('2026-11-23T12:00:00+08:00');
export const HOST = 'https://linmu.blog.caixin.com';

const PLACES = [
  '渡口',
  '码头',
  '粮站',
  '祠堂',
  '水库',
  '夜校',
  '车间',
  '邮局',
  '果园',
  '桥头',
  '集市',
  '县城',
];
const THINGS = [
  '账本',
  '灯火',
  '来信',
  '章程',
  '旧地图',
  '算盘',
  '雨伞',
  '公告栏',
  '铁轨',
  '年糕',
  '工分',
  '门牌',
];
const FRAMES = [
  'PLACE的THING',
  '从PLACE到PLACE',
  '谁还记得PLACE',
  'PLACE，以及THING',
  'THING与PLACE之间',
  '“THING”从哪里来？',
  '再说PLACE：一份关于THING的笔记',
  '重读《PLACE》',
  'PLACE THING 与GDP',
  '2019年的PLACE',
  'THING（下）',
  '我在PLACE的三十天',
];
const OPENINGS = [
  '那年秋天',
  '村里人都说',
  '听老人讲',
  '事情要从头说起',
  '有人问我',
  '一开始谁也没有留意',
  '算下来',
  '会上争了很久',
];
const MIDDLES = [
  'PLACE的门一直没有关',
  'THING先后换过三位主人',
  '大家把PLACE让了出来',
  '没有人愿意第一个提起THING',
  '钱的事情反倒容易商量',
  '规矩写在墙上却不在心里',
];
const ENDINGS = [
  '后来才慢慢明白',
  '如今也还是这样',
  '于是又等了一年',
  '这便是全部的经过',
  '账总归要算清楚',
  '只是再没有人提起',
];
const NAMES = ['苏荷', '欧阳远', '陈一得', '司马林', '周小舟', '何以宁'];

function fill(random: Random, text: string): string {
  return text.replace(/PLACE/g, () => random.one(PLACES)).replace(/THING/g, () => random.one(THINGS));
}

/** So many posts, the newest first, with no two alike. */
export function subjects(
  random: Random,
  count: number,
  how: { excerpts: boolean; authors: boolean },
): Subject[] {
  const titles = new Set<string>();
  while (titles.size < count) titles.add(fill(random, random.one(FRAMES)));
  let time = NOW.getTime() - 60_000 * (40 + random.under(2000));
  let id = 288_000 + random.under(500);
  const host = HOST;
  return [...titles].map((title) => {
    time -= 60_000 * (1500 + random.under(60_000));
    id -= 1 + random.under(300);
    const excerpt = `${random.one(OPENINGS)}，${fill(random, random.one(MIDDLES))}，${random.one(ENDINGS)}。`;
    return {
      id,
      url: `${host}/archives/${id}`,
      title,
      time,
      ...(how.excerpts && { excerpt }),
      ...(how.authors && { author: random.one(NAMES) }),
    };
  });
}
