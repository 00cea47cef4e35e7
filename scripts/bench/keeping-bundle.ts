import { connect } from '../../utils/db/connection';
import type { Entries } from '../../utils/db/entries';
import { entriesOf } from '../../utils/db/repository';
import type { Post } from '../../utils/domain/entry';

export { codecs } from '../../utils/codecs';
export { openDatabase } from '../../utils/db/open';
export { exportFile } from '../../utils/library/transfer/export';
export { planFile } from '../../utils/library/transfer/import-plan';

/** The repository of the product, over the database of the product. */
export function library(): Entries {
  return entriesOf(connect(), { announce() {} });
}

/** Invented posts, from a number on. */
export function posts(from: number, count: number): Post[] {
  return Array.from({ length: count }, (_, n) => ({
    url: `https://yanjiawei.blog.caixin.com/archives/${100_000 + from + n}`,
    title: `第 ${from + n} 篇：社区治理里的一笔账`,
    author: '闫加伟',
    category: '社区治理',
    publishedAt: '2020-12-16T12:00+08:00',
    excerpt: '把复杂的问题说简单，是一种本事；把简单的问题想复杂，是另一种。'.repeat(4),
  }));
}
