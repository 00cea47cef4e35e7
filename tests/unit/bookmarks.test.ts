import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readBookmarks } from '../../utils/library/transfer/bookmarks';
import { urlOf } from './a-library';

it('bookmarks of the browser are imported with their folders as tags, in their order', async () => {
  const mark = (title: string, url: string) => ({ id: title, title, url, dateAdded: 1_700_000_000_000 });
  const tree = {
    id: '0',
    title: '',
    children: [
      {
        id: '1',
        title: '书签栏',
        children: [
          mark('第一篇', `${urlOf(1)}?from=x`),
          {
            id: '3',
            title: '经济',
            children: [{ id: '4', title: '宏观', children: [mark('第二篇', urlOf(2))] }],
          },
          mark('脚本', 'javascript:alert(1)'),
        ],
      },
      { id: '2', title: '其他书签', children: [mark('别处', 'https://example.com/')] },
    ],
  };
  vi.spyOn(fakeBrowser.bookmarks, 'getTree').mockResolvedValue([tree] as never);
  const shelving = { savedAt: 1_700_000_000_000 };
  expect([...(await readBookmarks())]).toEqual([
    { line: 1, item: { url: urlOf(1), isCaixin: true, title: '第一篇', shelving } },
    {
      line: 2,
      item: {
        url: urlOf(2),
        isCaixin: true,
        title: '第二篇',
        shelving: { ...shelving, tags: ['经济', '宏观'] },
      },
    },
    { line: 3, unreadable: 'bad-address', text: 'javascript:alert(1)' },
    { line: 4, item: { url: 'https://example.com/', isCaixin: false, title: '别处', shelving } },
  ]);
});
