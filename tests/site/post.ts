/** A post of the replica. */
export interface ReplicaPost {
  id: number;
  title: string;
  /** `YYYY-MM-DD HH:MM`, China time. */
  time: string;
  /** Paragraphs of its excerpt, possibly with a repeated title; invented if there are none. */
  lines?: string[];
}

const SENTENCES = [
  '小区门口的菜摊又多了两家，居民楼下的群里吵了三天，谁也没说服谁。',
  '一件小事要经过五个部门，最后落在楼组长的笔记本上，这就是基层的日常。',
  '数字看起来很漂亮，走进去才发现，最难算的是人心这一笔。',
  '有人问值不值，我想先把账摊开，再谈情怀。',
  '规则写在墙上很容易，写进习惯里要用很多年。',
  '会上大家都点头，散会以后才是真正的讨论。',
  '这一轮变化比预想的快，留给准备的时间并不多。',
  '如果只看一个季度，很难看出方向；放到十年里，线条就清楚了。',
  '市场给出的答案常常迟到，但很少缺席。',
  '朋友从外地打来电话，说他们那里也在试同样的办法。',
  '把复杂的问题说简单，是一种本事；把简单的问题想复杂，是另一种。',
  '老办法还能用，只是成本越来越高。',
];

/** An invented excerpt, always the same for the same post; two to four sentences. */
export function excerptOf({ id }: ReplicaPost): string {
  const count = 2 + (id % 3);
  return Array.from({ length: count }, (_, n) => SENTENCES[(id * 7 + n * 5) % SENTENCES.length] ?? '').join(
    '',
  );
}

/** Text inside HTML. */
export function escaped(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark,
  );
}

/** `2020年12月16日 12:00`, as the WordPress years print it. */
export function chineseTime(time: string): string {
  return time.replace(/^(\d{4})-(\d\d)-(\d\d)/, '$1年$2月$3日');
}
