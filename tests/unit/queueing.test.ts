import { describe, expect, it } from 'vitest';
import type { Incoming } from '../../utils/db/import-entries';
import type { Shelving } from '../../utils/domain/entry';
import { planFile } from '../../utils/library/transfer/import-plan';
import { queueing, saysWaiting, unreadOf } from '../../utils/library/transfer/queueing';
import { aPost, aRepository, urlOf } from './a-library';

const incoming = (n: number, shelving: Partial<Shelving> = {}): Incoming => ({ post: aPost(n), shelving });
const numbers = (all: Incoming[]) => all.map(({ post }) => Number(/\d+$/.exec(post.url)?.[0]));
const bytes = (text: string) => new TextEncoder().encode(text);

describe('what is unread goes where the reader wants', () => {
  const said = [incoming(1, { queue: 'a' }), incoming(2), incoming(3, { queue: 'b', tags: ['甲'] })];
  const silent = [incoming(1, { readAt: 1 }), incoming(2), incoming(3, { archivedAt: 1 })];

  it('where the file says what waits, that alone is unread', () => {
    expect([saysWaiting(said), numbers(unreadOf(said))]).toEqual([true, numbers([incoming(1), incoming(3)])]);
    expect(queueing(said, true)).toEqual(said);
  });

  it('where it says nothing, all that is neither read nor archived is', () => {
    expect([saysWaiting(silent), numbers(unreadOf(silent))]).toEqual([false, numbers([incoming(2)])]);
    expect(queueing(silent, true).map(({ shelving }) => 'queue' in shelving)).toEqual([false, true, false]);
  });

  it('nothing is queued where the reader does not want it, and nothing else changes', () => {
    expect(queueing(said, false)).toEqual([incoming(1), incoming(2), incoming(3, { tags: ['甲'] })]);
  });

  it('the queue has the order of the file', async () => {
    const { entries } = aRepository();
    await entries.import(queueing([incoming(3), incoming(1), incoming(2)], true));
    expect((await entries.queue()).map(({ url }) => url)).toEqual([3, 1, 2].map(urlOf));
  });

  it.each([
    [
      'Pocket',
      `title,url,time_added,tags,status\nx,${urlOf(1)},1767225600,,unread\ny,${urlOf(2)},1767225600,,archive\n`,
    ],
    [
      'Instapaper',
      `URL,Title,Selection,Folder,Timestamp\n${urlOf(1)},x,,Unread,1767225600\n${urlOf(2)},y,,Archive,1767225600\n`,
    ],
    [
      'Readwise Reader',
      `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\nx,${urlOf(1)},a,[],2026-01-02 03:04:05+00:00,0,new,False\ny,${urlOf(2)},b,[],2026-01-02 03:04:05+00:00,0.5,archive,True\n`,
    ],
    [
      'Safari',
      `<!DOCTYPE NETSCAPE-Bookmark-file-1><DT><H3 id="com.apple.ReadingList">x</H3><DL><DT><A HREF="${urlOf(1)}">x</A></DL><DL><DT><A HREF="${urlOf(2)}">x</A></DL>`,
    ],
    [
      'Omnivore',
      `[{"slug":"a","url":"${urlOf(1)}","state":"Active","savedAt":"2026-01-01T00:00:00Z"},{"slug":"b","url":"${urlOf(2)}","state":"Archived","savedAt":"2026-01-01T00:00:00Z"}]`,
    ],
  ])('%s says so', async (_name, text) => {
    const { entries } = aRepository();
    const { fresh } = await planFile(bytes(text), 'x', entries);
    expect(fresh.map(({ incoming: { shelving } }) => shelving.queue !== undefined)).toEqual([true, false]);
  });
});

describe('a table whose columns are not sure', () => {
  const table = `甲,乙,丙\n一号,${urlOf(1)},第一\n二号,${urlOf(2)},第二\n`;

  it('is read as far as its cells tell, and says that it is not sure', async () => {
    const { entries } = aRepository();
    const { fresh, columns } = await planFile(bytes(table), 'x.csv', entries);
    expect(columns).toEqual({
      isSure: false,
      all: [
        { name: '甲', sample: '一号', role: 'title' },
        { name: '乙', sample: urlOf(1), role: 'url' },
        { name: '丙', sample: '第一' },
      ],
    });
    expect(fresh.map(({ incoming: { post } }) => post.title)).toEqual(['一号', '二号']);
  });

  it('is read as the reader says', async () => {
    const { entries } = aRepository();
    const { fresh, columns } = await planFile(bytes(table), 'x.csv', entries, {}, ['tags', 'url', 'title']);
    expect(columns?.all.map(({ role }) => role)).toEqual(['tags', 'url', 'title']);
    expect(fresh.map(({ incoming: { post, shelving } }) => [post.title, shelving.tags])).toEqual([
      ['第一', ['一号']],
      ['第二', ['二号']],
    ]);
  });

  it('one whose names are known is sure', async () => {
    const { entries } = aRepository();
    const known = await planFile(bytes(`标题,链接\n题,${urlOf(1)}\n`), 'x.csv', entries);
    expect(known.columns?.isSure).toBe(true);
  });
});

describe('pasted lines', () => {
  it('that are no links are listed, not lost', async () => {
    const { entries } = aRepository();
    const text = `今天要读\n第一篇 ${urlOf(1)}\n还有：某某的新书\n\n${urlOf(2)}\n`;
    const { fresh, unreadable } = await planFile(bytes(text), '', entries);
    expect(fresh.map(({ incoming: { post } }) => post.title)).toEqual(['第一篇', urlOf(2)]);
    expect(unreadable).toEqual([
      { place: 0, line: 1, reason: 'no-address', text: '今天要读' },
      { place: 1, line: 3, reason: 'no-address', text: '还有：某某的新书' },
    ]);
    expect((await planFile(bytes(text), 'x.txt', entries)).unreadable).toEqual([]);
  });

  it('that are titles on lines of their own are titles', async () => {
    const { entries } = aRepository();
    for (const text of [`甲\n${urlOf(1)}\n\n乙\n${urlOf(2)}\n`, `${urlOf(1)}\n甲\n${urlOf(2)}\n乙\n`]) {
      const { fresh, unreadable } = await planFile(bytes(text), '', entries);
      expect(fresh.map(({ incoming: { post } }) => post.title)).toEqual(['甲', '乙']);
      expect(unreadable).toEqual([]);
    }
  });
});
