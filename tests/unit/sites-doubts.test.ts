// @vitest-environment node
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Post } from '../../utils/domain/entry';
import { domOf } from '../../utils/sites/dom';
import { doubtsOf, isListAddress } from '../../utils/sites/doubts';
import { reportOf } from '../../utils/sites/report';
import type { RowPost, RowReading } from '../../utils/sites/row-post';
import type { Page } from '../../utils/sites/site';

const { document } = new JSDOM('').window;
const NOW = new Date('2026-11-27T18:00:00Z');
const HOME = 'https://somebody.blog.caixin.com/';

interface Given {
  posts?: Partial<Post>[];
  others?: number;
  untitled?: string[];
  digits?: boolean[];
  address?: string;
  markup?: string;
}

const postOf = (given: Partial<Post>, at: number): Post => ({
  url: `${HOME}archives/${at}`,
  title: `${'甲乙丙丁戊己庚辛'[at % 8]}的题目${'子丑寅卯辰巳午未'[at % 8]}`,
  ...given,
});

function doubts({ posts = [], others = 0, untitled = [], digits = [], address = HOME, markup = '' }: Given) {
  document.body.innerHTML = markup;
  // Nothing else is asked of a reading, and of rows.
  const reading = { dom: domOf(document), base: new URL(address), now: NOW } as RowReading;
  const rows = digits.map((hasDigits) => ({ hasDigits })) as RowPost[];
  return doubtsOf(
    reading,
    rows,
    untitled,
    posts.map(postOf),
    Array.from({ length: others }, () => postOf({}, 0)),
  );
}

const dated = (...days: string[]) => days.map((publishedAt) => ({ publishedAt }));
const titled = (...titles: string[]) => titles.map((title) => ({ title }));
const said = (...excerpts: string[]) => excerpts.map((excerpt) => ({ excerpt }));

describe('a doubt of a list', () => {
  it.each<[string, Given, string[]]>([
    ['without links', {}, []],
    [
      'of links without a title',
      { untitled: ['x'], digits: [false, false] },
      ['3 links look like posts, 1 have no title'],
    ],
    ['of digits without a date', { posts: [{}, {}], digits: [false, true] }, ['undated']],
    ['of digits with one', { posts: dated('2026-11-20', '2026-11-19'), digits: [true, true] }, []],
    ['of digits in a row that is no post', { posts: [{}, {}], digits: [false, false, true] }, ['undated']],
    [
      'of a last row of four without a date',
      { posts: [...dated('2026-11-20', '2026-11-19', '2026-11-18'), {}] },
      ['undated'],
    ],
    ['of a last row of three', { posts: [...dated('2026-11-20', '2026-11-19'), {}] }, []],
    ['of two rows without', { posts: [...dated('2026-11-20', '2026-11-19', '2026-11-18'), {}, {}] }, []],
    [
      'of rows that all have one',
      { posts: dated('2026-11-20', '2026-11-19', '2026-11-18', '2026-11-17') },
      [],
    ],
    [
      'of dates up and down',
      { posts: dated('2026-11-20', '2026-11-21', '2026-11-20', '2026-11-21') },
      ['disordered'],
    ],
    [
      'of dates down and up',
      { posts: dated('2026-11-20', '2026-11-19', '2026-11-20T09:30+08:00', '2026-11-20') },
      ['disordered'],
    ],
    ['of three dates', { posts: dated('2026-11-20', '2026-11-21', '2026-11-20') }, []],
    [
      'of one turn in five',
      { posts: dated('2026-11-20', '2026-11-21', '2026-11-20', '2026-11-19', '2026-11-18') },
      [],
    ],
    ['of rising dates', { posts: dated('2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20') }, []],
    ['of days alike', { posts: dated('2026-11-20', '2026-11-20', '2026-11-20', '2026-11-20') }, []],
    [
      'of hours of one day',
      { posts: dated('2026-11-20', '2026-11-20T09:30', '2026-11-20', '2026-11-20T09:30') },
      [],
    ],
    ['of today in China', { posts: dated('2026-11-28', '2026-11-20') }, []],
    ['of a date that is ahead', { posts: dated('2026-11-29', '2026-11-20') }, ['ahead']],
    [
      'of excerpts that begin alike',
      { posts: said('甲乙丙丁戊己庚辛', '甲乙丙丁子丑寅卯', '甲乙丙丁辰巳午未') },
      ['excerpts'],
    ],
    [
      'of excerpts that end alike',
      { posts: said('戊己庚辛申甲乙丙丁', '子丑寅卯甲乙丙丁', '辰巳午未甲乙丙丁') },
      ['excerpts'],
    ],
    ['of three signs alike', { posts: said('甲乙丙丁戊己庚辛', '甲乙丙子丑寅卯辰', '甲乙丙巳午未申酉') }, []],
    ['of two excerpts', { posts: said('甲乙丙丁戊己庚辛', '甲乙丙丁子丑寅卯') }, []],
    ['of excerpts of hardly a word', { posts: said('甲乙丙丁戊己庚', '子丑', '寅') }, ['excerpts']],
    ['of two short ones', { posts: said('甲乙', '子丑') }, []],
    ['of short ones with a long one', { posts: said('甲乙丙丁戊己庚辛', '子丑', '寅') }, []],
    ['of titles that begin alike', { posts: titled('甲乙一', '甲乙二', '甲乙三') }, ['titles']],
    ['of titles that end alike', { posts: titled('一甲乙', '二甲乙', '三甲乙') }, ['titles']],
    ['of one sign alike', { posts: titled('甲一', '甲二', '甲三') }, []],
    ['of digits alike', { posts: titled('12一', '12二', '12三') }, []],
    ['of three titles of four', { posts: titled('甲乙一', '甲乙二', '甲乙三', '子丑四') }, ['titles']],
    ['of three titles of five', { posts: titled('甲乙一', '甲乙二', '甲乙三', '子丑四', '寅卯五') }, []],
    ['of ten beside two', { posts: [{}, {}], others: 10 }, ['beside']],
    ['of nine beside two', { posts: [{}, {}], others: 9 }, []],
    ['of as many beside as in it', { posts: Array(12).fill({}), others: 12 }, []],
    ['of more beside than in it', { posts: Array(12).fill({}), others: 13 }, ['beside']],
    ['of two beside one', { posts: [{}], others: 2 }, ['few']],
    ['of one beside one', { posts: [{}], others: 1 }, []],
    ['of two beside one, of no list', { posts: [{}], others: 2, address: `${HOME}about` }, []],
    ['of a frame of the site', { markup: '<iframe src="/x"></iframe>' }, ['unseen']],
    ['of a frame of another host', { markup: '<iframe src="https://a.caixin.com/"></iframe>' }, ['unseen']],
    ['of a frame of others', { markup: '<iframe src="https://example.com/"></iframe>' }, []],
    ['of a frame beside posts', { posts: [{}, {}], markup: '<iframe src="/x"></iframe>' }, []],
  ])('%s', (_what, given, expected) => expect(doubts(given)).toEqual(expected));
});

describe('the address of a list', () => {
  it.each([
    HOME,
    'https://blog.caixin.com/',
    `${HOME}page/2`,
    `${HOME}usercategory/5`,
    `${HOME}archives/date/2026`,
    `${HOME}archives/tag/x`,
    `${HOME}archive/main`,
    'https://blog.caixin.com/archive/tags?tag=x',
  ])('%s', (address) => expect(isListAddress(new URL(address))).toBe(true));

  it.each([
    'https://www.caixin.com/',
    'https://myblog.caixin.com/',
    'https://blog.caixin.com.example/',
    `${HOME}x/page/2`,
    `${HOME}about`,
    `${HOME}archives/5`,
  ])('but not %s', (address) => expect(isListAddress(new URL(address))).toBe(false));
});

describe('a report', () => {
  const page = (posts: Post[], others: Post[] = []): Page => ({
    kind: 'list',
    site: 'structure',
    posts,
    others,
    confidence: 'structure',
    doubts: [],
  });
  const lines = (posts: Post[], others?: Post[], address = HOME) =>
    reportOf(page(posts, others), address).split('\n');

  it('tells the form of an address, of a date, and lengths', () => {
    const post = {
      url: 'https://a.caixin.com/2026-11-20/%E7%A4%BE%E5/12x?b=1&c',
      title: '甲乙',
      author: '甲乙丙',
      excerpt: '甲',
      publishedAt: '2026-11-20T09:30+08:00',
      image: 'https://img.caixin.com/a.jpg',
    };
    expect(lines([post])[1]).toBe(
      'a.caixin.com/0-0-0/…/0x?b?c date 0000-00-00T00:00+00:00 title, author, excerpt 2 3 1 image',
    );
    expect(lines([], [{ url: 'x', title: '甲乙' }])[1]).toBe(
      'beside  date none title, author, excerpt 2 0 0',
    );
  });

  it('tells of at most thirty posts in the list and beside it', () => {
    const many = Array.from({ length: 31 }, () => ({ url: HOME, title: '' }));
    const beside = lines(many, many).filter((line) => line.startsWith('beside'));
    expect([lines(many, many).length, beside.length]).toEqual([61, 30]);
  });

  it('has nothing of a page without an address', () => expect(lines([], [], 'x')[0]).toContain('"page":""'));
});
