// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { Post } from '../../utils/domain/entry';
import { readPage } from '../../utils/sites';
import { inJsdom, NOW } from './a-page';

const HOST = 'https://odd.blog.caixin.com';
const URL_OF_PAGE = new URL(`${HOST}/page/2`);
const at = (n: number) => `${HOST}/archives/${n}`;

/** The page of a blog with these rows in its list, each followed by a plain one. */
function posts(...rows: string[]): Post[] {
  const plain = `<div><h2><a href="${at(99)}">平常的一行</a></h2><p>没有什么</p></div>`;
  const html = `<title>某人的财新博客-财新网</title><div id="content">${rows.join('')}${plain}</div>`;
  return readPage(inJsdom(html, URL_OF_PAGE), URL_OF_PAGE, NOW).posts;
}

/** The post of one row, without the fields that are the same for all. */
function post(inner: string, title = '一个题目'): Partial<Post> | undefined {
  const found = posts(`<div><h2><a href="${at(1)}">${title}</a></h2>${inner}</div>`).find(
    ({ url }) => url === at(1),
  );
  if (!found) return undefined;
  const { url, author, authorUrl, ...rest } = found;
  return { ...rest, ...(author !== '某人' && { author, authorUrl }) };
}

describe('invisible text is not read', () => {
  it.each([
    '<p hidden>看不见</p>',
    '<p hidden="">看不见</p>',
    '<p style="display:none">看不见</p>',
    '<p style="color:red; DISPLAY : NONE">看不见</p>',
    '<p style="visibility:hidden">看不见</p>',
    '<p style="visibility :\thidden">看不见</p>',
    '<div hidden><p>看不见</p><div><p>深处</p></div></div>',
    '<p>看得见<span style="display:none">看不见</span></p>',
    '<noscript>看不见</noscript>',
    '<template><p>看不见</p></template>',
    '<script>var a = "看不见"</script>',
    '<style>.a { content: "看不见" }</style>',
    '<textarea>看不见</textarea>',
    '<select><option>看不见</option></select>',
    '<button>看不见</button>',
    '<svg><text>看不见</text></svg>',
    '<iframe>看不见</iframe>',
  ])('%s', (inner) => {
    const seen = inner.includes('看得见') ? '看得见' : '看见的';
    expect(post(`${inner}<p>${seen === '看得见' ? '' : seen}</p>`)?.excerpt).toBe(seen);
  });

  it.each([
    '<p style="display:block">看见</p>',
    '<p style="visibility:visible">看见</p>',
    '<p data-hidden>看见</p>',
  ])('but %s is', (inner) => expect(post(inner)?.excerpt).toBe('看见'));

  it('nor a link in it: it is no post of the list', () => {
    const list = posts(
      `<div hidden><h2><a href="${at(5)}">看不见的</a></h2></div>`,
      `<div><h2><a href="${at(6)}">看得见的</a></h2></div>`,
    );
    expect(list.map(({ url }) => url)).toEqual([at(6), at(99)]);
  });

  it('a row that is hidden as a whole is beside the list, with its text', () => {
    const url = new URL(`${HOST}/archive/main`);
    const html = `<div class="author-all-blog"><div class="all-blog-con"><p hidden><a href="${at(1)}">题目</a></p><p><a href="${at(2)}">别的</a></p></div></div>`;
    const page = readPage(inJsdom(html, url), url, NOW);
    expect([...page.posts, ...page.others].map(({ title }) => title)).toEqual(['别的', '题目']);
  });
});

describe('pictures', () => {
  const picture = (attributes: string, more = '') => post(`<img ${attributes}>${more}`)?.image;

  it.each([
    ['src="https://img.caixin.com/a.jpg"', 'https://img.caixin.com/a.jpg'],
    ['src="http://img.caixin.com/a.jpg"', 'https://img.caixin.com/a.jpg'],
    ['src="//img.caixin.com/a.png?x=1"', 'https://img.caixin.com/a.png?x=1'],
    ['src="https://img.caixin.com/a.JPEG#x"', 'https://img.caixin.com/a.JPEG#x'],
    ['src="https://img.caixin.com/a.webp"', 'https://img.caixin.com/a.webp'],
    ['src="blank.gif" data-src="https://img.caixin.com/b.jpg"', 'https://img.caixin.com/b.jpg'],
    ['src="https://img.caixin.com/blank.gif"', undefined],
    ['src="/a.jpg"', undefined],
    ['src="a.jpg"', undefined],
    ['src="data:image/png;base64,//a.png"', undefined],
    ['src="ftp://img.caixin.com/a.jpg"', undefined],
    ['src="xhttp://img.caixin.com/a.jpg"', undefined],
    ['src="https://.jpg"', undefined],
    ['src="https://img.caixin.com/a.jpgx"', undefined],
    ['src="https://img.caixin.com/ajpg"', undefined],
    [`src="https://img.caixin.com/${'a'.repeat(1000)}.jpg"`, undefined],
    [`src="https://img.caixin.com/${'a'.repeat(971)}.jpg"`, `https://img.caixin.com/${'a'.repeat(971)}.jpg`],
    ['alt="x"', undefined],
  ])('<img %s> is %s', (attributes, address) => {
    expect(picture(attributes)).toBe(address);
  });

  it('the first that is a picture', () => {
    const two = '<img src="https://img.caixin.com/b.jpg">';
    expect(picture('src="https://img.caixin.com/a.jpg"', two)).toBe('https://img.caixin.com/a.jpg');
    expect(picture('src="blank.gif"', two)).toBe('https://img.caixin.com/b.jpg');
  });

  it('not that of a link to something else, but that of the post’s own link', () => {
    const own = `<a href="${at(1)}"><img src="https://img.caixin.com/b.jpg"></a>`;
    const other = '<a href="https://www.caixin.com/"><img src="https://img.caixin.com/a.jpg"></a>';
    expect(post(`${other}${own}`)?.image).toBe('https://img.caixin.com/b.jpg');
    expect(post(other)?.image).toBeUndefined();
  });
});

describe('lines that are no excerpt', () => {
  it.each([
    '阅读(12)',
    '阅读：12',
    '标签：社区 治理',
    '关键词: 社区',
    '分类：社区',
    '评论(3)',
    '分享（2）',
    '浏览:12',
    '点赞：9',
    '收藏(0)',
    '来源：财新网',
    '听报道：3 分钟',
    '分享',
    '评论',
    '收藏',
    '听报道',
    '……',
    '——',
    '12',
    '1 / 2',
    '★',
    '阅读全文',
    '阅读全文>>',
    '查看全文',
    '全文',
    '[详细]',
    '详情',
    '继续阅读',
    '更多',
    '更多>>',
    '我要评论',
    '跟帖',
    '转发',
    '赞',
    'Read more',
    'more',
    'comments',
    'comment',
    '【详细】',
    '评论 (12)',
  ])('%s', (line) => {
    expect(post(`<p>${line}</p><p>真正的摘要</p>`)?.excerpt).toBe('真正的摘要');
  });

  it.each([
    '阅读使人充实',
    '标签之外',
    '评论家说',
    '分享会在上海举行',
    '更多人来了',
    '全文发表于此',
    '12 个人',
    '赞成的人不少',
    '她说：阅读(12)',
    '见阅读全文',
    `标签：${'长'.repeat(61)}`,
    'moreover',
  ])('but %s is one', (line) => {
    expect(post(`<p>${line}</p>`)?.excerpt).toBe(line);
  });

  it('links alone, to what is not this post', () => {
    const links =
      '<p><a href="https://www.caixin.com/a">财经</a> <a href="https://www.caixin.com/b">金融</a></p>';
    expect(post(`${links}<p>摘要</p>`)?.excerpt).toBe('摘要');
    expect(post('<p>前文<a href="https://www.caixin.com/a">财经</a>后文</p>')?.excerpt).toBe('前文财经后文');
    expect(post(`<p><a href="${at(1)}">点这里读这一篇文章</a></p>`)?.excerpt).toBe('点这里读这一篇文章');
  });

  it('what repeats the title, however often', () => {
    expect(post('<p>一个题目</p><p>一个题目</p><p>摘要</p><p>一个题目</p>')?.excerpt).toBe('摘要 一个题目');
    expect(post('<p>一个题目</p>')?.excerpt).toBeUndefined();
  });

  it('what is above the title', () => {
    const before = `<div><p>前面的一行字</p><h2><a href="${at(1)}">题目</a></h2><p>后面的</p></div>`;
    expect(posts(before)[0]).toMatchObject({ title: '题目', excerpt: '后面的' });
  });
});

describe('who wrote it', () => {
  const byline = (line: string) => {
    const { author, excerpt } = post(`<p>${line}</p><p>摘要</p>`) ?? {};
    return [author, excerpt];
  };

  it.each([
    ['文｜财新 覃敏', '覃敏'],
    ['文 | 张三', '张三'],
    ['文｜财新周刊 张三 李四', '张三 李四'],
    ['文｜财新网 张三', '张三'],
    ['文｜财新网张三', '张三'],
    ['文｜财新记者 张三', '张三'],
    ['作者：张三', '张三'],
    ['作者 : 张三', '张三'],
    ['文/张三丰', '张三丰'],
  ])('%s', (line, name) => {
    expect(byline(line)).toEqual([name, '摘要']);
  });

  it.each([
    '作者：张',
    '原文｜张三',
    '作者说：张三',
    `作者：${'长'.repeat(31)}`,
    '作者：张三。他说',
    '作者：谁？',
    '作者：甲；乙',
    '作者：甲！',
  ])('not from %s', (line) => {
    expect(byline(line)).toEqual([undefined, `${line} 摘要`]);
  });

  it.each([
    ['https://zhang-san.blog.caixin.com/', 'https://zhang-san.blog.caixin.com/'],
    ['http://zhangsan.blog.caixin.com', 'https://zhangsan.blog.caixin.com/'],
    ['//opinion.caixin.com/m/zhangsan_mjxx/', 'https://opinion.caixin.com/m/zhangsan_mjxx/'],
    ['https://opinion.caixin.com/li_4_zeld/index.html', 'https://opinion.caixin.com/li_4_zeld/index.html'],
    ['https://opinion.caixin.com/zhangsan/', 'https://opinion.caixin.com/zhangsan/'],
    ['https://culture.caixin.com/zhangsan/index.html', 'https://culture.caixin.com/zhangsan/index.html'],
  ])('by a link to %s', (href, authorUrl) => {
    expect(post(`<p><a href="${href}">张三：</a></p>`)).toMatchObject({ author: '张三', authorUrl });
  });

  it.each([
    'https://blog.caixin.com/',
    'https://zhangsan.blog.caixin.com/archive/main',
    'https://www.caixin.com/zhangsan/',
    'https://opinion.caixin.com/zhangsan/x.html',
    'https://opinion.caixin.com/a/b/',
    'https://zhangsan.blog.caixin.com.example/',
    'https://example.com/?https://zhangsan.blog.caixin.com/',
    'javascript:void(0)',
  ])('not by a link to %s', (href) => {
    expect(post(`<p><a href="${href}">张三</a></p>`)?.author).toBeUndefined();
  });

  it('the first of two, and no name of more than thirty characters', () => {
    const link = (host: string, name: string) =>
      `<p><a href="https://${host}.blog.caixin.com/">${name}</a></p>`;
    expect(post(link('a', '张三') + link('b', '李四'))?.author).toBe('张三');
    expect(post(link('a', '长'.repeat(31)) + link('b', '李四'))?.author).toBe('李四');
    expect(post(link('a', '长'.repeat(30)))?.author).toBe('长'.repeat(30));
    expect(post(`${link('a', '张三')}<p>作者：李四</p>`)?.author).toBe('张三');
    expect(post(link('a', ' ') + link('b', '李四'))?.author).toBe('李四');
  });

  it('a name alone is no excerpt', () => {
    expect(post('<p><a href="https://a.blog.caixin.com/">张三</a>：</p><p>摘要</p>')?.excerpt).toBe('摘要');
    expect(post('<p><a href="https://a.blog.caixin.com/">张三</a>：他说了一句话</p>')?.excerpt).toBe(
      '张三：他说了一句话',
    );
  });
});

describe('when it was written', () => {
  it.each([
    ['<p>2020年12月16日 12:00</p>', '2020-12-16T12:00+08:00', undefined],
    ['<p>2020-12-16</p><p>摘要</p>', '2020-12-16', '摘要'],
    ['<p>2020-12-16 | 这一天之后的事情还要慢慢说</p>', '2020-12-16', '这一天之后的事情还要慢慢说'],
    ['<p>2020-12-16 12:00 阅读(3)</p>', '2020-12-16T12:00+08:00', undefined],
    ['<p><span>2020-12-16</span> 说到那一天。大家都还记得。</p>', '2020-12-16', '说到那一天。大家都还记得。'],
    ['<p>说到 2020-12-16。大家都记得</p>', undefined, '说到 2020-12-16。大家都记得'],
    [`<p>2020-12-16 ${'长'.repeat(25)}</p>`, undefined, `2020-12-16 ${'长'.repeat(25)}`],
    [`<p>2020-12-16 ${'长'.repeat(24)}</p>`, '2020-12-16', '长'.repeat(24)],
    ['<p>2020-12-16</p><p>2021-01-01</p>', '2020-12-16', undefined],
  ])('%s', (inner, publishedAt, excerpt) => {
    expect(post(inner)).toEqual({
      title: '一个题目',
      ...(publishedAt && { publishedAt }),
      ...(excerpt && { excerpt }),
    });
  });
});

describe('what its title is', () => {
  const title = (inner: string) => posts(`<div>${inner}</div>`).find(({ url }) => url === at(1))?.title;
  const link = (words: string, more = '') => `<a href="${at(1)}"${more}>${words}</a>`;

  it.each([
    [
      'a heading before what is no heading',
      `<p>${link('前面的链接')}</p><h3>${link('标题里的')}</h3>`,
      '标题里的',
    ],
    [
      'in a list of terms too',
      `<p>${link('前面的链接')}</p><dl><dt>${link('条目里的')}</dt></dl>`,
      '条目里的',
    ],
    ['a heading around the link of a card', link('<p>说明文字在前面</p><h4>卡片的题目</h4>'), '卡片的题目'],
    [
      'not a label before it',
      `<p>${link('封面报道')}</p><p>${link('真正的题目在这里')}</p>`,
      '真正的题目在这里',
    ],
    [
      'but a first line of more than six signs',
      `<p>${link('这已经是题目')}了</p><p>${link('下一行是别的')}</p>`,
      '下一行是别的',
    ],
    [
      'and not a sentence after a short title',
      `<p>${link('短题目')}</p><p>${link('一句话。')}</p>`,
      '短题目',
    ],
    ['nor dots', `<p>${link('短题目')}</p><p>${link('一句话…')}</p>`, '短题目'],
    ['nor a long line', `<p>${link('短题目')}</p><p>${link('长'.repeat(61))}</p>`, '短题目'],
    ['not what leads on', `<p>${link('阅读全文>>')}</p><p>${link('题目')}</p>`, '题目'],
    ['not a date', `<p>${link('2020-12-16')}</p><p>${link('题目')}</p>`, '题目'],
    ['a title with a date in it', `<p>${link('2020-12-16 那天')}</p>`, '2020-12-16 那天'],
    ['what the link says of itself', link('<img src="a.gif">', ' title="链接的题目"'), '链接的题目'],
    ['what its picture says', link('<img src="a.gif" alt="图片的题目">'), '图片的题目'],
    [
      'the link before the picture',
      link('<img src="a.gif" alt="图片的题目">', ' title="链接的题目"'),
      '链接的题目',
    ],
    ['not three signs of a picture', link('<img src="a.gif" alt="三个字">'), undefined],
    ['not what leads on, of a picture', link('<img src="a.gif" alt="阅读全文">'), undefined],
    ['two lines of one link are one title', `<h3>${link('上一行<br>下一行')}</h3>`, '上一行下一行'],
    ['white space is one space', `<h3>${link(' 上\n\t 下　')}</h3>`, '上 下'],
  ])('%s', (_what, inner, expected) => {
    expect(title(inner)).toBe(expected);
  });

  it('has at most 300 characters', () => {
    expect(title(`<h3>${link('长'.repeat(301))}</h3>`)).toBe('长'.repeat(300));
    expect(title(link('<img src="a.gif">', ` title="${'长'.repeat(700)}"`))).toBe('长'.repeat(300));
  });
});

describe('an excerpt', () => {
  it('is the lines below the title, without the ellipsis of the list, at most 600 characters', () => {
    expect(post('<p>第一段</p><div>第二段<br>第三段...</div>')?.excerpt).toBe('第一段 第二段 第三段');
    expect(post(`<p>${'长'.repeat(700)}</p>`)?.excerpt).toBe('长'.repeat(600));
    expect(post('<p>...</p>')).not.toHaveProperty('excerpt');
  });

  it('joins what is on one line, and separates what is on two', () => {
    expect(post('<p>一<b>二</b><span>三</span><em>四</em></p><ul><li>五</li><li>六</li></ul>')?.excerpt).toBe(
      '一二三四 五 六',
    );
  });
});
