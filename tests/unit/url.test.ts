import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl, httpsUrl, isCaixin, pageAddress } from '../../utils/domain/url';

/** Each line: addresses of one post, the canonical one first. */
const SAME = [
  [
    'https://tangya.blog.caixin.com/archives/288123',
    'http://tangya.blog.caixin.com/archives/288123',
    '//tangya.blog.caixin.com/archives/288123',
    'https://tangya.blog.caixin.com/archives/288123/',
    'https://tangya.blog.caixin.com/archives/288123#gocomment',
    'https://tangya.blog.caixin.com/archives/288123#more',
    'https://tangya.blog.caixin.com/archives/288123/#comments',
    'https://tangya.blog.caixin.com/archives/288123?originReferrer=caixinsearch_pc',
    'https://tangya.blog.caixin.com/archives/288123?originReferrer=rexuan_Pc',
    'https://tangya.blog.caixin.com/archives/288123?utm_source=x&utm_medium=y&utm_campaign=z',
    'https://tangya.blog.caixin.com/archives/288123?channel=a&channelSource=b',
    'https://tangya.blog.caixin.com/archives/288123?cxapp_link=true',
    'https://tangya.blog.caixin.com/archives/288123?source=jx_newsletter#more',
    'https://tangya.blog.caixin.com/archives/288123/comment-page-2',
    'https://tangya.blog.caixin.com/archives/288123/comment-page-2/#comment-9',
    'HTTPS://TANGYA.BLOG.CAIXIN.COM/archives/288123',
    'https://Tangya.Blog.Caixin.com/archives/288123',
    'https://tangya.blog.caixin.com./archives/288123',
    'https://tangya.blog.caixin.com:443/archives/288123',
    'http://tangya.blog.caixin.com:80/archives/288123',
    ' https://tangya.blog.caixin.com/archives/288123 ',
    'https://tangya.blog.caixin.com/a/../archives/288123',
    'https:\\\\tangya.blog.caixin.com\\archives\\288123',
    'https://tangya.blog.caixin.com/archives/288123?p=5',
  ],
  [
    'https://zhang-ming.blog.caixin.com/archives/100',
    'http://zhang-ming.blog.caixin.com/archives/100?x=1',
    '//zhang-ming.blog.caixin.com/archives/100/',
  ],
  [
    'https://erxiang11.blog.caixin.com/archives/71389',
    'http://erxiang11.blog.caixin.com/archives/71389#more',
    'http://erxiang11.blog.caixin.com/archives/71389/?',
  ],
  [
    'https://renkou8gua.blog.caixin.com/archives/235888',
    'http://renkou8gua.blog.caixin.com/archives/235888',
    'http://renkou8gua.blog.caixin.com/archives/235888?utm_source=weibo#x',
  ],
  ['https://blog.caixin.com/archives/266741', 'http://blog.caixin.com/archives/266741/'],
  [
    'https://datanews.blog.caixin.com/?p=203',
    'http://datanews.blog.caixin.com/?p=203',
    'http://datanews.blog.caixin.com/index.php?p=203',
    'https://datanews.blog.caixin.com/?p=203#more',
    'https://datanews.blog.caixin.com/?utm_source=x&p=203',
    '//datanews.blog.caixin.com?p=203',
  ],
  [
    'https://finance.caixin.com/2020-04-10/101540879.html',
    'http://finance.caixin.com/2020-04-10/101540879.html',
    '//finance.caixin.com/2020-04-10/101540879.html',
    'https://finance.caixin.com/m/2020-04-10/101540879.html',
    'https://finance.caixin.com/2020-04-10/101540879_2.html',
    'https://finance.caixin.com/2020-04-10/101540879_all.html',
    'https://finance.caixin.com/2020-04-10/101540879_10.html',
    'https://finance.caixin.com/2020-04-10/101540879.html?p2',
    'https://finance.caixin.com/2020-04-10/101540879.html?originReferrer=hotnewswidget',
    'https://finance.caixin.com/2020-04-10/101540879.html#gocomment',
    'http://FINANCE.caixin.com/2020-04-10/101540879.html',
    'http://finance.caixin.com/m/2020-04-10/101540879_3.html?cxapp_link=true#p',
  ],
  [
    'https://www.caixin.com/2026-08-08/102470000.html',
    'http://caixin.com/2026-08-08/102470000.html',
    'https://caixin.com/m/2026-08-08/102470000.html',
    'http://www.caixin.com/2026-08-08/102470000.html?source=marketwidget',
  ],
  [
    'https://opinion.caixin.com/2025-01-02/102000001.html',
    '//opinion.caixin.com/2025-01-02/102000001.html#gocomment',
  ],
] as const;

/** Each line: two addresses of different posts. */
const DIFFERENT = [
  ['https://zhang-ming.blog.caixin.com/archives/100', 'https://zhangming.blog.caixin.com/archives/100'],
  ['https://tangya.blog.caixin.com/archives/288123', 'https://tangya.blog.caixin.com/archives/28812'],
  ['https://tangya.blog.caixin.com/archives/288123', 'https://tangya.blog.caixin.com/archives/2881230'],
  ['https://tangya.blog.caixin.com/archives/288123', 'https://tangya.blog.caixin.com/archives/288124'],
  ['https://tangya.blog.caixin.com/archives/288123', 'https://yanjiawei.blog.caixin.com/archives/288123'],
  ['https://tangya.blog.caixin.com/archives/288123', 'https://blog.caixin.com/archives/288123'],
  ['https://datanews.blog.caixin.com/?p=203', 'https://datanews.blog.caixin.com/?p=204'],
  ['https://datanews.blog.caixin.com/?p=203', 'https://datanews.blog.caixin.com/archives/203'],
  ['https://datanews.blog.caixin.com/?p=203', 'https://tangya.blog.caixin.com/?p=203'],
  [
    'https://finance.caixin.com/2020-04-10/101540879.html',
    'https://finance.caixin.com/2020-04-11/101540879.html',
  ],
  [
    'https://finance.caixin.com/2020-04-10/101540879.html',
    'https://finance.caixin.com/2020-04-10/101540878.html',
  ],
  [
    'https://finance.caixin.com/2020-04-10/101540879.html',
    'https://companies.caixin.com/2020-04-10/101540879.html',
  ],
  [
    'https://finance.caixin.com/2020-04-10/101540879.html',
    'https://finance.blog.caixin.com/archives/101540879',
  ],
  ['https://erxiang11.blog.caixin.com/archives/1', 'https://erxiang1.blog.caixin.com/archives/11'],
  ['https://renkou8gua.blog.caixin.com/archives/235888', 'https://renkougua.blog.caixin.com/archives/235888'],
] as const;

/** Addresses that are no post. */
const NONE = [
  '',
  '#',
  '#gocomment',
  'javascript:;',
  'javascript:alert(1)',
  'data:text/html,https://tangya.blog.caixin.com/archives/1',
  'mailto:a@caixin.com',
  'blob:https://tangya.blog.caixin.com/archives/1',
  'ftp://tangya.blog.caixin.com/archives/1',
  'https://tangya.blog.caixin.com/',
  'https://tangya.blog.caixin.com/page/2',
  'https://tangya.blog.caixin.com/archives',
  'https://tangya.blog.caixin.com/archives/',
  'https://tangya.blog.caixin.com/archives/date/2009/03',
  'https://tangya.blog.caixin.com/archives/tag/%E7%A4%BE%E5%8C%BA',
  'https://blog.caixin.com/archives/tag/123',
  'https://tangya.blog.caixin.com/archives/12a',
  'https://tangya.blog.caixin.com/archives/1234567890123',
  'https://tangya.blog.caixin.com/archives/288123/feed',
  'https://tangya.blog.caixin.com/archive/main',
  'https://tangya.blog.caixin.com/archive/main?year=2026',
  'https://yanjiawei.blog.caixin.com/usercategory/1832/page/2',
  'https://blog.caixin.com/archive/tags?tag=楼市',
  'https://tangya.blog.caixin.com/feed',
  'https://tangya.blog.caixin.com/?p=abc',
  'https://tangya.blog.caixin.com/x?p=203',
  'https://tangya.blog.caixin.com:8080/archives/1',
  'https://finance.caixin.com/regulation/',
  'https://finance.caixin.com/2020-04-10/',
  'https://finance.caixin.com/2020-04-10/x.html',
  'https://weekly.caixin.com/2026/cw1214/',
  'https://tangya.blog.caixin.com.evil.example/archives/1',
  'https://evilcaixin.com/2020-04-10/101540879.html',
  'https://www.caixinglobal.com/2020-04-10/101540879.html',
  'https://evil.example/https://tangya.blog.caixin.com/archives/1',
  'https://tangya.blog.caixin.com@evil.example/archives/1',
  'http://[::1]/archives/1',
  'https://',
  'not an address',
];

const BASE = 'https://www.caixin.com/';
const canonical = (href: string) => canonicalUrl(href, BASE);
const pairs = SAME.flatMap(([first, ...others]) => others.map((other) => [first, other] as const));

describe('the address of a post', () => {
  it('is held to a hundred labelled pairs and more', () => {
    expect(pairs.length + DIFFERENT.length + NONE.length).toBeGreaterThanOrEqual(100);
  });

  it.each(pairs)('%s is the same post as %s', (first, other) => {
    expect(canonical(other)).toBe(first);
    expect(canonical(first)).toBe(first);
  });

  it.each(DIFFERENT)('%s is another post than %s', (one, other) => {
    expect(canonical(one)).toBeDefined();
    expect(canonical(other)).toBeDefined();
    expect(canonical(one)).not.toBe(canonical(other));
  });

  it.each(NONE)('%s is no post', (href) => {
    expect(canonical(href)).toBeUndefined();
  });

  it('may be relative to the page it stands on', () => {
    expect(canonicalUrl('/archives/5', 'http://tangya.blog.caixin.com/page/2')).toBe(
      'https://tangya.blog.caixin.com/archives/5',
    );
  });
});

const label = fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,10}[a-z0-9])?$/);
const id = fc.integer({ min: 1, max: 999_999_999 });
const scheme = fc.constantFrom('https://', 'http://', '//');
const tail = fc.constantFrom('', '/', '?a=b', '#more', '/?utm_source=x#y', '?originReferrer=caixinsearch_pc');

describe('any address', () => {
  it('canonical once is canonical for good', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
        (href) => {
          const once = canonical(href);
          expect(once === undefined || canonical(once) === once).toBe(true);
        },
      ),
    );
  });

  it('of a blog post is the same whatever its scheme, path and case', () => {
    fc.assert(
      fc.property(label, id, scheme, tail, fc.boolean(), (who, number, start, end, loud) => {
        const host = `${who}.blog.caixin.com`;
        const href = `${start}${loud ? host.toUpperCase() : host}/archives/${number}${end}`;
        expect(canonical(href)).toBe(`https://${host}/archives/${number}`);
      }),
    );
  });

  it('of another author or number is another post', () => {
    fc.assert(
      fc.property(label, label, id, id, (a, b, m, n) => {
        const one = canonical(`https://${a}.blog.caixin.com/archives/${m}`);
        const other = canonical(`https://${b}.blog.caixin.com/archives/${n}`);
        expect(one === other).toBe(a === b && m === n);
      }),
    );
  });
});

describe('other addresses', () => {
  it('the fragment does not belong to the address of a page', () => {
    expect(pageAddress('https://blog.caixin.com/?a=1#x#y')).toBe('https://blog.caixin.com/?a=1');
  });

  it('only http and https become https', () => {
    expect(httpsUrl('//img.caixin.com/a.jpg', BASE)).toBe('https://img.caixin.com/a.jpg');
    expect(httpsUrl('javascript:alert(1)', BASE)).toBeUndefined();
    expect(httpsUrl('data:image/png;base64,x', BASE)).toBeUndefined();
  });

  it('only hosts of Caixin are Caixin', () => {
    const is = (href: string) => isCaixin(new URL(href));
    expect(is('https://a.b.caixin.com/')).toBe(true);
    expect(is('https://caixin.com.evil.example/')).toBe(false);
    expect(is('https://caixin.com:8443/')).toBe(false);
  });
});
