import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../utils/search/parse-query';
import { isUnfinished } from '../../utils/search/unfinished';

const unfinished = (text: string) => isUnfinished(text, parseQuery(text));

describe('a filter that is being typed', () => {
  it.each(['tag:', '治理 作者:', 'is:unr', 'before:202', 'before:2021-', '"社区 团', '(社区 OR ', '治理 OR'])(
    'is unfinished: %o',
    (text) => expect(unfinished(text)).toBe(true),
  );

  it.each([
    '',
    '社区',
    'tag:治理',
    'is:unread',
    'before:2021',
    'before:2021-01',
    '"社区 团购"',
    '(社区)',
    'is:unr ',
    'nofield:x',
    '社区)',
  ])('is finished, right or wrong: %o', (text) => expect(unfinished(text)).toBe(false));
});
