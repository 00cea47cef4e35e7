// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { KeptNote } from '../../utils/library/kept-note';
import { unsavedNoteName, unsavedNotes } from '../../utils/storage/unsaved-notes';
import { aPost, aRepository, urlOf } from './a-library';

const URL_OF_NOTE = urlOf(1);

/** A note of white space alone is stored as none, and stays as it was typed while it is open. */
const asKept = (text: string) => (text.trim() ? text : '');

/** A window with an editor open on one note; `settle` waits until it has stored and followed everything. */
function aWindow({ entries }: Pick<ReturnType<typeof aRepository>, 'entries'>) {
  let pending: Promise<unknown> = Promise.resolve();
  const stored = async () => (await entries.get([URL_OF_NOTE]))[0]?.note ?? '';
  const save = async ({ from, to, session }: { from: string; to: string; session: string }) => {
    if (from !== to) await entries.shelve([URL_OF_NOTE], { note: to, noteFrom: from, session });
    return stored();
  };
  const shown: string[] = [];
  const note = new KeptNote({
    url: URL_OF_NOTE,
    note: '',
    save(change) {
      const saved = save(change);
      pending = Promise.all([pending, saved.then(() => Promise.resolve())]);
      return saved;
    },
    onText: (text) => shown.push(text),
  });
  const settle = async () => {
    for (let turns = 0; turns < 20; turns++) {
      note.follow(await stored());
      await pending;
      await Promise.resolve();
      if (asKept(note.text) === (await stored())) return;
    }
    throw new Error(`never settles: ${JSON.stringify([note.text, await stored()])}`);
  };
  return { entries, note, shown, settle, stored };
}

async function twoWindows() {
  const repository = aRepository();
  await repository.entries.save([aPost(1)]);
  return [aWindow(repository), aWindow(repository.again())] as const;
}

beforeEach(() => localStorage.clear());

describe('one note in two windows', () => {
  it('each follows what the other wrote', async () => {
    const [a, b] = await twoWindows();
    a.note.type('第一稿。');
    await a.settle();
    await b.settle();
    expect(b.note.text).toBe('第一稿。');
    expect(b.shown).toEqual(['第一稿。']);
  });

  it('text written in both before either heard of the other is kept, and both show it', async () => {
    const [a, b] = await twoWindows();
    a.note.type('甲写的');
    b.note.type('乙写的');
    await Promise.all([a.settle(), b.settle()]);
    await a.settle();
    expect((await a.stored()).split('\n').sort()).toEqual(['乙写的', '甲写的']);
    expect(a.note.text).toBe(b.note.text);
  });

  it('an undo reverses what one of them typed, never what the other did', async () => {
    const [a, b] = await twoWindows();
    b.note.type('乙写的一段');
    await b.settle();
    await a.settle();
    a.note.type('乙写的一段\n甲');
    await a.settle();
    a.note.type('乙写的一段\n甲写');
    await a.settle();
    await a.entries.undo();
    await a.settle();
    expect(a.note.text).toBe('乙写的一段');
    await a.entries.undo();
    expect(await a.stored()).toBe('');
  });

  it('nothing is inserted into a text during a composition', async () => {
    const [a, b] = await twoWindows();
    a.note.compose(true);
    a.note.type('shequ');
    b.note.type('乙写的');
    await b.settle();
    a.note.follow('乙写的');
    expect([a.note.text, await a.stored()]).toEqual(['shequ', '乙写的']);
    a.note.type('社区');
    a.note.compose(false);
    await a.settle();
    expect((await a.stored()).split('\n').sort()).toEqual(['乙写的', '社区']);
  });

  it('what could not be saved is stored, with the text it was based on', async () => {
    const note = new KeptNote({ url: URL_OF_NOTE, note: '旧', save: async () => undefined, onText() {} });
    note.type('旧的和新的');
    const name = unsavedNoteName(note.session, URL_OF_NOTE);
    expect([...unsavedNotes(URL_OF_NOTE)]).toEqual([
      [name, { url: URL_OF_NOTE, from: '旧', text: '旧的和新的' }],
    ]);
    expect(unsavedNotes(urlOf(2)).size).toBe(0);
  });

  it('what an older version stored is read', () => {
    localStorage.setItem(`jot:note:${URL_OF_NOTE}`, '半句话');
    expect([...unsavedNotes(URL_OF_NOTE).values()]).toEqual([{ url: URL_OF_NOTE, from: '', text: '半句话' }]);
  });
});

type Act = { who: number; at: number; kind: 'type' | 'line' | 'delete' | 'undo' | 'settle' };

describe('any order of what two windows do', () => {
  const act: fc.Arbitrary<Act> = fc.record({
    who: fc.nat(1),
    at: fc.nat(),
    kind: fc.constantFrom('type', 'type', 'line', 'line', 'delete', 'undo', 'settle'),
  });

  it('every sentence stays until it is deleted or undone, and an undo affects one window', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 20 }), async (acts) => {
        const windows = await twoWindows();
        const author = new Map<string, number>();
        const alive = new Set<string>();
        const settleAll = async () => {
          for (const one of [...windows, ...windows]) await one.settle();
        };
        for (const { who, at, kind } of acts) {
          const one = windows[who === 0 ? 0 : 1];
          const parts = one.note.text.split(/(?<=[。\n])/);
          if (kind === 'settle') await settleAll();
          else if (kind === 'undo') {
            await settleAll();
            const before = await one.stored();
            await one.entries.undo();
            await settleAll();
            const after = await one.stored();
            const gone = [...alive].filter((own) => before.includes(own) && !after.includes(own));
            expect(new Set(gone.map((own) => author.get(own))).size).toBeLessThanOrEqual(1);
            for (const own of gone) alive.delete(own);
            if ((await one.entries.count()) === 0) return;
          } else if (kind === 'delete') {
            const [cut = ''] = parts.splice(at % parts.length, 1);
            alive.delete(cut.trim());
            one.note.type(parts.join(''));
          } else {
            const own = `句${author.size}${'甲乙'[who]}。`;
            author.set(own, who);
            alive.add(own);
            parts.splice(at % (parts.length + 1), 0, kind === 'line' ? `${own}\n` : own);
            one.note.type(parts.join(''));
          }
        }
        await settleAll();
        const [a, b] = windows;
        expect(asKept(a.note.text)).toBe(asKept(b.note.text));
        for (const own of alive) expect(a.note.text).toContain(own);
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
