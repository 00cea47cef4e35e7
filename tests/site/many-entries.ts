import type { Entry } from '../../utils/domain/entry';

/** The 3,755 characters of everyday Chinese (GB 2312, level one), and some traditional ones. */
const SIGNS = (() => {
  const codes = Array.from({ length: 3760 }, (_, n) => [0xb0 + Math.floor(n / 94), 0xa1 + (n % 94)]);
  const plain = new TextDecoder('gbk').decode(Uint8Array.from(codes.flat()));
  return [...plain].filter((sign) => /\p{Script=Han}/u.test(sign)).concat([...'經濟臺灣區體製後裡舊電視']);
})();
/** Words that are more frequent than all others. */
const COMMON =
  '社区治理经济宏观金融物业电梯团购议事规则居民自治组织改造城市农村改革市场政策企业'.match(/../g) ?? [];
const LATIN = ['AI', 'GDP', 'ＧＤＰ', 'Caixin', 'CPI', 'P2P', 'ESG', 'B2B', 'v2', 'IPO'];

/** Numbers that look random and are the same each time (Mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Invented entries, the same each time: 300 authors, 80 categories, as many tags as asked for, with uneven
 * frequencies.
 */
export function manyEntries(count: number, tags = 12_700): Entry[] {
  const next = numbers(count);
  const below = (limit: number) => Math.floor(next() * limit);
  /** Small numbers are more frequent. */
  const seldom = (limit: number) => Math.floor(limit * next() ** 2);
  /** 20,000 words of two characters; those with low numbers are frequent. */
  const wordAt = (n: number) =>
    COMMON[n] ??
    (SIGNS[(n * 7919) % SIGNS.length] ?? '') +
      (SIGNS[(n * 104_729 + Math.floor(n / SIGNS.length) * 31) % SIGNS.length] ?? '');
  const word = () => (below(40) === 0 ? (LATIN[below(LATIN.length)] ?? '') : wordAt(seldom(20_000)));
  const words = (many: number) => Array.from({ length: many }, word).join('');
  const signs = (n: number) => wordAt(n % 20_000);
  const tag = (n: number) => (n % 7 === 0 ? `${signs(n % 50)}/${signs(n)}` : signs(n));
  return Array.from({ length: count }, (_, n) => {
    const author = seldom(300);
    const day = new Date(Date.UTC(2009, 0, 1 + below(6000))).toISOString().slice(0, 10);
    return {
      url: `https://b${author}.blog.caixin.com/archives/${100_000 + n}`,
      title: words(4 + below(6)),
      author: `${signs(author + 7)}${signs(author)}`,
      category: signs(seldom(80) + 11),
      publishedAt: `${day}T12:00+08:00`,
      excerpt: `${words(25 + below(25))}，${words(10)}。`,
      savedAt: 1_500_000_000_000 + n * 2_000_000,
      tags: [...new Set(Array.from({ length: below(4) }, () => tag(below(2) ? seldom(tags) : below(tags))))],
      ...(below(3) === 0 && { readAt: 1_600_000_000_000 + n }),
      ...(below(20) === 0 && { archivedAt: 1_650_000_000_000 }),
      ...(below(15) === 0 && { note: words(8) }),
      ...(n % 500 === 0 && { queue: `a${String(n).padStart(8, '0')}V` }),
    };
  });
}
