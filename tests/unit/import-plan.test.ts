import { describe, expect, it } from 'vitest';
import type { Read } from '../../utils/codecs';
import { codecs, FileTrouble } from '../../utils/codecs';
import { exportFile, fileName, filtered, queued } from '../../utils/library/transfer/export';
import { MOST_ENTRIES, type Plan, plan, planFile } from '../../utils/library/transfer/import-plan';
import { aPost, aRepository, urlOf } from './a-library';

const ABOUT = { exportedAt: new Date(1_700_000_000_000), version: '0.1.0' };
const bytes = (text: string) => new TextEncoder().encode(text);
const codec = (name: string) => codecs.find((one) => one.name === name) ?? codecs[0];

const counts = ({ fresh, changed, same, foreign, unreadable }: Plan) =>
  [fresh, changed, same, foreign, unreadable].map((all) => all.length);

async function jsonOf({ entries }: ReturnType<typeof aRepository>): Promise<Uint8Array> {
  const json = codec('json');
  if (!json) throw new Error('no JSON');
  const file = await exportFile(json, entries.batches(2), ABOUT);
  return new Uint8Array(await file.arrayBuffer());
}

describe('the plan of an import', () => {
  it('distinguishes new, changed, same, foreign and unreadable, and changes nothing', async () => {
    const { entries, announced } = aRepository();
    await entries.save([aPost(1), aPost(2)], { tags: ['甲'] });
    const before = await entries.all();
    announced.length = 0;
    const csv = [
      'url,title,tags',
      `${urlOf(1)},第1篇,甲`,
      `${urlOf(2)},第2篇,甲;乙`,
      `${urlOf(3)}?from=x,第3篇,丙`,
      'https://example.com/,别处,',
      'javascript:alert(1),坏,',
    ].join('\n');
    const found = await planFile(bytes(csv), 'list.csv', entries);
    expect(counts(found)).toEqual([1, 1, 1, 1, 1]);
    expect(found.fresh[0]?.incoming.post.url).toBe(urlOf(3));
    expect(found.unreadable[0]).toMatchObject({ line: 6, reason: 'bad-address' });
    expect(await entries.all()).toEqual(before);
    expect(announced).toEqual([]);
  });

  it('a post that is in a file twice is one, with the tags of both', async () => {
    const { entries } = aRepository();
    const csv = `url,title,tags\n${urlOf(1)},,甲\n${urlOf(1)}/,题目,乙\n`;
    const { fresh } = await planFile(bytes(csv), 'list.csv', entries);
    expect(fresh.map(({ incoming }) => [incoming.post.title, incoming.shelving.tags])).toEqual([
      ['题目', ['甲', '乙']],
    ]);
  });

  it('a post without a title is called by its address', async () => {
    const { entries } = aRepository();
    const { fresh } = await planFile(bytes(urlOf(1)), '', entries);
    expect(fresh[0]?.incoming.post).toEqual({ url: urlOf(1), title: urlOf(1) });
  });

  it('yields to the browser, reports progress, and can be cancelled', async () => {
    const { entries } = aRepository();
    const stop = new AbortController();
    function* endless() {
      for (let n = 1; ; n++)
        yield { line: n, item: { url: urlOf(n % 1000), isCaixin: true, title: '题', shelving: {} } };
    }
    const seen: number[] = [];
    const onProgress = (done: number) => {
      seen.push(done);
      if (seen.length === 3) stop.abort();
    };
    await expect(plan('links', endless(), entries, { onProgress, signal: stop.signal })).rejects.toThrow();
    expect(seen).toHaveLength(3);
  });

  it.each([
    ['nothing', '', 'empty'],
    ['no format and no links', 'no links here', 'unknown-format'],
    ['our own, cut off', '{"format":"caixin-clipper","version":1,"entries":[\n{"url":"https:', 'truncated'],
    ['our own, of a later day', '{"format":"caixin-clipper","version":99,"entries":[]}', 'newer-version'],
  ])('a file with %s is reported', async (_what, text, kind) => {
    const { entries } = aRepository();
    const failed = await planFile(bytes(text), 'x.json', entries).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(FileTrouble);
    expect(failed).toMatchObject({ kind });
  });
});

describe('export and import', () => {
  it('our JSON imported into an empty library gives the same library, byte for byte', async () => {
    const one = aRepository();
    await one.entries.save([aPost(1), aPost(2, { excerpt: '“引号”，逗号' }), aPost(3)], {
      tags: ['治理', '社区'],
      queue: true,
    });
    await one.entries.shelve([urlOf(1)], { note: '=备注', read: true });
    await one.entries.shelve([urlOf(2)], { archived: true });
    await one.entries.move(urlOf(3), urlOf(1));
    const file = await jsonOf(one);
    const two = aRepository();
    const { fresh } = await planFile(file, 'backup.json', two.entries);
    await two.entries.import(fresh.map(({ incoming }) => incoming));
    expect(new TextDecoder().decode(await jsonOf(two))).toBe(new TextDecoder().decode(file));
  });

  it('imported into its own library it changes nothing', async () => {
    const repository = aRepository();
    await repository.entries.save([aPost(1), aPost(2)], { tags: ['治理'], queue: true });
    const found = await planFile(await jsonOf(repository), 'backup.json', repository.entries);
    expect(counts(found)).toEqual([0, 0, 2, 0, 0]);
  });
});

describe('what is exported', () => {
  it('what a filter finds, the trash if it shows the trash, and the queue in its order', async () => {
    const { entries } = aRepository();
    await entries.save([aPost(1), aPost(2), aPost(3)], { tags: ['甲'], queue: true });
    await entries.shelve([urlOf(2)], { addTags: ['乙'] });
    await entries.move(urlOf(3), urlOf(1));
    await entries.remove([urlOf(1)]);
    const urlsOf = async (batches: AsyncIterable<{ url: string }[]>) =>
      (await Array.fromAsync(batches)).flat().map(({ url }) => url);
    expect(await urlsOf(filtered(entries, '#乙'))).toEqual([urlOf(2)]);
    expect(await urlsOf(filtered(entries, 'is:trash'))).toEqual([urlOf(1)]);
    expect(await urlsOf(queued(entries))).toEqual([urlOf(3), urlOf(2)]);
  });

  it('has a name with its day and its extension', () => {
    const json = codec('json');
    expect(json && fileName(json, new Date(2026, 10, 3))).toBe('caixin-clipper-2026-11-03.json');
  });
});

describe('more posts than a library may hold', () => {
  const none = { get: async () => [] };
  const read = (n: number): Read => ({ line: n, item: { ...aPost(n), isCaixin: true, shelving: {} } });

  it('are refused before anything is written, and not read to their end', async () => {
    function* endless() {
      for (let n = 1; ; n++) yield read(n);
    }
    await expect(plan('links', endless(), none)).rejects.toMatchObject({ kind: 'too-many' });
  }, 60_000);

  it('are refused even if most of them are here already; existing ones can still be updated', async () => {
    const full = { ...none, count: async () => MOST_ENTRIES };
    await expect(plan('links', [read(1)], full)).rejects.toMatchObject({ kind: 'too-many' });
    const here = { ...full, get: async () => [{ ...aPost(1), savedAt: 1, tags: [] }] };
    expect((await plan('links', [read(1)], here)).same).toHaveLength(1);
    const almost = { ...none, count: async () => MOST_ENTRIES - 1 };
    expect((await plan('links', [read(1)], almost)).fresh).toHaveLength(1);
  });
});
