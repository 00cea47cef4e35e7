import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../utils/search/parse-query';
import { typedTagIn, withTag } from '../../utils/search/tags/complete';

describe('a tag that is being typed', () => {
  it.each([
    ['#', '', ''],
    ['#治', '', '治'],
    ['宏观 -#治', '宏观 -', '治'],
    ['(#经济/宏', '(', '经济/宏'],
    ['标签：治', '', '治'],
    ['tag:', '', ''],
    ['#"ESG 报', '', 'ESG 报'],
    ['宏观 ＃', '宏观 ', ''],
  ])('%s: after “%s” it is “%s” so far', (text, before, typed) => {
    expect(typedTagIn(text)).toEqual({ before, typed });
  });

  it.each(['', '#治理 ', '#治理)', '治', 'author:闫', '#"ESG 报告"', 'C#', '#治 宏观'])(
    'there is none in “%s”',
    (text) => {
      expect(typedTagIn(text)).toBeUndefined();
    },
  );

  it('is completed where it began, so that it is read as that tag', () => {
    const begun = typedTagIn('(宏观 OR 金融) -#E');
    expect(begun && withTag(begun, 'ESG 报告')).toBe('(宏观 OR 金融) -#"ESG 报告" ');
    const begin = typedTagIn('#');
    expect(begin && parseQuery(withTag(begin, '经济/宏观')).query).toEqual({ kind: 'tag', tag: '经济/宏观' });
  });
});
