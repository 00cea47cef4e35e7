import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caretIn, mergeTexts } from '../../utils/domain/merge-text';

describe('two texts with a common origin', () => {
  it.each([
    ['one side changed', '第一稿。', '第一稿。', '第二稿。', '第二稿。'],
    ['both wrote the same', '', '甲', '甲', '甲'],
    ['both began', '', '甲', '乙', '乙\n甲'],
    ['one is further than the other', '', '一条', '一条备注', '一条备注'],
    ['both went on', '第一稿。', '第一稿。！', '第一稿。很长的一段。', '第一稿。很长的一段。\n！'],
    ['both went on below', '甲', '甲\n乙', '甲\n丙', '甲\n丙\n乙'],
    ['one goes on in the line, one below it', '甲', '甲们', '甲\n丙', '甲们\n丙'],
    ['different lines', '甲\n乙\n丙', '甲一\n乙\n丙', '甲\n乙\n丙三', '甲一\n乙\n丙三'],
    ['lines next to one another', '甲\n乙', '甲一\n乙', '甲\n乙二', '甲一\n乙二'],
    ['different parts of a line', '甲，乙，丙', '新甲，乙，丙', '甲，乙，新丙', '新甲，乙，新丙'],
    ['before what begins alike', '句一。', '句二。句一。', '句三。句一。', '句三。\n句二。句一。'],
    ['the same part in two ways', '今天开会', '今天散会了', '今天开始会', '今天开始会\n今天散会了'],
    ['deleted here, left alone there', '甲\n乙\n丙', '甲\n丙', '甲\n乙\n丙\n丁', '甲\n丙\n丁'],
    ['deleted here, changed there', '甲乙', '', '甲新乙', '新'],
    ['signs of several parts stay whole', '😁尾', '😀😁尾', '😂😁尾', '😂\n😀😁尾'],
  ])('%s', (_what, base, mine, theirs, merged) => {
    expect(mergeTexts(base, mine, theirs)).toBe(merged);
  });

  const sentence = fc
    .constantFrom('社区', '治理', '团购', '句')
    .chain((word) => fc.nat(99).map((n) => `${word}${n}。`));
  const text = fc
    .array(
      fc.array(sentence, { maxLength: 4 }).map((all) => all.join('')),
      { maxLength: 6 },
    )
    .map((all) => all.join('\n'));

  it('contain every sentence that either side added, whatever else they changed', () => {
    const edit = fc.array(fc.record({ at: fc.nat(), cut: fc.nat(3), isLine: fc.boolean() }), {
      maxLength: 4,
    });
    let count = 0;
    const edited = (base: string, edits: { at: number; cut: number; isLine: boolean }[]) => {
      const parts = base.split(/(?<=[。\n])/);
      const added: string[] = [];
      for (const { at, cut, isLine } of edits) {
        const own = `甲${count++}。`;
        parts.splice(at % (parts.length + 1), cut, isLine ? `${own}\n` : own);
        added.push(own);
      }
      const whole = parts.join('');
      return { whole, added: added.filter((own) => whole.includes(own)) };
    };
    fc.assert(
      fc.property(text, edit, edit, (base, one, two) => {
        const [mine, theirs] = [edited(base, one), edited(base, two)];
        const merged = mergeTexts(base, mine.whole, theirs.whole);
        for (const own of [...mine.added, ...theirs.added]) expect(merged).toContain(own);
      }),
      { numRuns: 2000 },
    );
  });

  it('merged again with either of them, as when merging is resumed, give the same', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const merged = mergeTexts(base, mine, theirs);
        expect(mergeTexts(mine, mine, merged)).toBe(merged);
        expect(mergeTexts(theirs, merged, theirs)).toBe(merged);
      }),
    );
  });
});

it('the caret stays with what is typed before it', () => {
  expect(caretIn('别人。\n我的', '我的', 2)).toBe(6);
  expect(caretIn('我的\n别人。', '我的', 2)).toBe(2);
  expect(caretIn('😀😁我的', '😀我的', 4)).toBe(6);
});
