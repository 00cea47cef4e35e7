import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRenamed, retagged } from '../../utils/domain/renaming';
import { isWithin, lineage, moved, tagPath } from '../../utils/domain/tag-tree';

const PATH = fc
  .array(fc.constantFrom('经济', '宏观', '货币'), { minLength: 1, maxLength: 3 })
  .map((all) => all.join('/'));
const RENAMING = fc
  .array(fc.tuple(PATH, fc.array(PATH, { maxLength: 2 })), { maxLength: 4 })
  .map((all) => new Map(all));

describe('a tag below another', () => {
  it('is within it, and leads to its parents, nearest first', () => {
    expect(isWithin('经济/宏观', '经济')).toBe(true);
    expect(isWithin('经济学', '经济')).toBe(false);
    expect([...lineage('经济/宏观/货币')]).toEqual(['经济/宏观/货币', '经济/宏观', '经济']);
    expect([...lineage('/经济')]).toEqual(['/经济']);
  });

  it.each([
    ['经济 / 宏观', '经济/宏观'],
    ['经济／宏观', '经济/宏观'],
    ['/经济//宏观/', '经济/宏观'],
    ['#经济', '经济'],
    [' ／ ', undefined],
    [`${'长'.repeat(39)}/宏观`, '长'.repeat(39)],
  ])('%j is written as %j', (typed, kept) => {
    expect(tagPath(typed)).toBe(kept);
  });

  it('moves with its last level only', () => {
    expect(moved('宏观', '经济')).toBe('经济/宏观');
    expect(moved('财经/宏观', '经济')).toBe('经济/宏观');
    expect(moved('财经/宏观', ' ')).toBe('宏观');
  });
});

describe('a renaming', () => {
  it('renames, merges, splits and drops, including the tags below', () => {
    const tags = ['经济', '经济/宏观', '周刊'];
    expect(retagged(tags, new Map([['经济', ['财经']]]))).toEqual(['财经', '财经/宏观', '周刊']);
    expect(retagged(tags, new Map([['经济', ['周刊']]]))).toEqual(['周刊', '周刊/宏观']);
    expect(retagged(tags, new Map([['周刊', ['一', '二']]]))).toEqual(['经济', '经济/宏观', '一', '二']);
    expect(retagged(tags, new Map([['经济', []]]))).toEqual(['周刊']);
  });

  it('of a tag and of its parent: the nearest counts', () => {
    const renaming = new Map([
      ['经济', ['财经']],
      ['经济/宏观', ['宏观']],
    ]);
    expect(retagged(['经济/宏观/货币', '经济/产业'], renaming)).toEqual(['宏观/货币', '财经/产业']);
  });

  it('to a name below itself moves what is not there yet', () => {
    const renaming = new Map([['经济', ['经济/总论']]]);
    expect(retagged(['经济', '经济/宏观', '经济/总论', '经济/总论/史'], renaming)).toEqual([
      '经济/总论',
      '经济/总论/宏观',
      '经济/总论/史',
    ]);
  });

  it('leaves alone what it does not name, and keeps each tag once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(PATH), RENAMING, (tags, renaming) => {
        const after = retagged(tags, renaming);
        const quiet = tags.filter((tag) => !isRenamed(tag, renaming));
        expect(new Set(after).size).toBe(after.length);
        expect(after).toEqual(expect.arrayContaining(quiet));
        expect(retagged(quiet, renaming)).toEqual(quiet);
      }),
    );
  });
});
