// @vitest-environment node
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { domOf } from '../../utils/sites/dom';
import { linesOf } from '../../utils/sites/lines';
import { readContent } from '../../utils/sites/segments';

const { document } = new JSDOM('').window;

/** The content of this markup; what has a `data-hidden`, `data-opens` or `data-time` is hidden, links or says a moment. */
function content(markup: string) {
  document.body.innerHTML = markup;
  const dom = domOf(document);
  if (!dom) throw new Error('no document');
  const all = (name: string) => [...document.querySelectorAll(`[data-${name}]`)];
  return readContent(
    {
      dom,
      hidden: new Set(all('hidden')),
      urls: new Map(all('opens').map((one) => [one, 'x'])),
      stamps: new Map(all('time').map((one) => [one, one.getAttribute('data-time') ?? ''])),
    },
    [...document.body.childNodes],
  );
}

const lines = (markup: string) => linesOf(content(markup).segments).map(({ text }) => text);

describe('the lines of a row', () => {
  it.each<[string, string[]]>([
    ['甲<b>乙</b><em>丙</em>', ['甲', '乙', '丙']],
    ['<p>甲<b>乙</b><i>丙</i><my-tag>丁</my-tag></p>', ['甲乙丙丁']],
    ['<p>甲</p><div>乙</div>丙', ['甲', '乙', '丙']],
    ['<div>甲<p>乙</p>丙</div>', ['甲', '乙', '丙']],
    ['<div>甲<br>乙</div>', ['甲', '乙']],
    ['<div><a>甲<br>乙</a></div>', ['甲乙']],
    ['<ul><li>甲</li><li>乙</li></ul>', ['甲', '乙']],
    ['<p>甲<rt>乙</rt><rp>丙</rp><ruby>丁</ruby></p>', ['甲丁']],
    ['<p>甲<button>乙</button><textarea>丙</textarea><svg>丁</svg></p>', ['甲']],
    ['<p>甲<script>乙</script><style>丙</style><noscript>丁</noscript></p>', ['甲']],
    ['<p>甲<b data-hidden>乙</b></p>', ['甲']],
    ['<p data-hidden>甲</p>', ['甲']],
    ['<p>  </p><p>甲 <b> </b>乙</p>', ['甲 乙']],
    ['<p><span>甲</span><span>乙</span></p>', ['甲', '乙']],
    ['<p><span>甲</span> <time>乙</time><!-- x --></p>', ['甲', '乙']],
    ['<p><small>甲</small><b>乙</b></p>', ['甲', '乙']],
    ['<p><label>甲</label><i>乙</i></p>', ['甲', '乙']],
    ['<p><span>甲</span><b></b></p>', ['甲']],
    ['<p><b>甲</b><strong>乙</strong></p>', ['甲乙']],
    ['<p><a>甲</a><em>乙</em><b>丙</b></p>', ['甲', '乙', '丙']],
    ['<p><span>甲</span>与<span>乙</span></p>', ['甲与乙']],
    ['<p><span>甲</span><u>丁</u><span>乙</span></p>', ['甲丁乙']],
    ['<p><span>甲</span><!-- x --><b>乙</b></p>', ['甲', '乙']],
    ['<p><b>甲</b><strong>乙</strong><em></em></p>', ['甲乙']],
    ['<p><span>甲</span><x-b>乙</x-b></p>', ['甲乙']],
    ['<p><span>甲</span><b-x>乙</b-x></p>', ['甲乙']],
    ['<p>甲<x-svg>乙</x-svg><svg-x>丙</svg-x></p>', ['甲乙丙']],
    ['<p>甲<x-br>乙</x-br><br-x>丙</br-x></p>', ['甲乙丙']],
    ['<a><p>甲</p><p>乙</p></a>', ['甲', '乙']],
    ['<p>甲<br>乙</p><p><br>丙</p>', ['甲', '乙', '丙']],
    [`<p>${'甲'.repeat(4001)}</p>`, ['甲'.repeat(4000)]],
  ])('%s', (markup, expected) => expect(lines(markup)).toEqual(expected));

  it('are those of at most 1500 texts', () => {
    expect(content('<p>甲</p>'.repeat(1501)).segments).toHaveLength(1500);
  });

  it('are not looked for deeper than 500 elements', () => {
    const deep = (levels: number) => lines(`${'<div>'.repeat(levels)}甲${'</div>'.repeat(levels)}`);
    expect(deep(501)).toEqual(['甲']);
    expect(deep(502)).toEqual([]);
  });

  it('are apart by links where that is asked', () => {
    const { segments } = content('<p>甲<a>乙<b>丙</b></a><a>丁</a>戊</p>');
    expect(linesOf(segments, true).map(({ text }) => text)).toEqual(['甲戊', '乙丙', '丁']);
  });
});

describe('a part of a line', () => {
  const facts = (markup: string) =>
    content(markup).segments.map(({ text, element, link, heading, cell, below }) =>
      [
        text.trim(),
        element.localName,
        link && `in ${link.localName}`,
        heading && `head ${heading}`,
        cell && 'cell',
        below && 'below',
      ]
        .filter(Boolean)
        .join(' '),
    );

  it.each<[string, string[]]>([
    ['<p>甲<b>乙</b></p>', ['甲 p', '乙 b']],
    ['<h1>甲</h1><h6>乙</h6><hgroup>丙</hgroup>', ['甲 h1 head 2', '乙 h6 head 2', '丙 hgroup']],
    ['<x-h1>甲</x-h1><h1-x>乙</h1-x>', ['甲 x-h1', '乙 h1-x']],
    ['<h3><a><b>甲</b></a></h3><p>乙</p>', ['甲 b in a head 2', '乙 p']],
    ['<dl><dt>甲<h3>乙</h3></dt><dd>丙</dd></dl>', ['甲 dt head 1', '乙 h3 head 2', '丙 dd']],
    ['<h3><dl><dt>甲</dt></dl></h3>', ['甲 dt head 2']],
    ['<table><tr><td><b>甲</b></td><th>乙</th></tr></table>', ['甲 b cell', '乙 th']],
    ['<div data-opens="x"><p>甲</p></div>', ['甲 p in div']],
    ['<a>甲<br>乙<b>丙</b></a>', ['甲 a in a', '乙 a in a below', '丙 b in a below']],
    ['<p>甲<br>乙<a>丙</a></p>', ['甲 p', '乙 p', '丙 a in a']],
    ['<a>甲<br>乙</a><a>丙</a>', ['甲 a in a', '乙 a in a below', '丙 a in a']],
  ])('%s', (markup, expected) => expect(facts(markup)).toEqual(expected));

  it('is of no heading and no cell where none is around it', () =>
    expect(content('<p>甲</p>').segments).toMatchObject([{ heading: 0, cell: false, below: false }]));

  it('has a higher number further down', () => {
    const blocks = content('<p>甲<b>乙</b></p><p>丙</p>丁').segments.map(({ block }) => block);
    expect(blocks).toEqual([...blocks].sort((a, b) => a - b));
    expect(new Set(blocks).size).toBe(3);
  });
});

describe('beside its lines a row has', () => {
  it('pictures, and the link around each', () => {
    const { images } = content('<a><img></a><p><img></p><button><img></button>');
    expect(images.map(({ element, link }) => [element.localName, link?.localName])).toEqual([
      ['img', 'a'],
      ['img', undefined],
    ]);
  });

  it('moments that attributes say', () => {
    expect(
      content('<p data-time="5">甲</p><p data-time="">乙</p><i data-time="6" data-hidden></i>').moments,
    ).toEqual(['5', '6']);
  });

  it('nothing that a script put into an element without content', () => {
    document.body.innerHTML = '<p><img></p>';
    document.querySelector('img')?.append('甲');
    const dom = domOf(document);
    const walk = { hidden: new Set<Element>(), urls: new Map(), stamps: new Map() };
    expect(dom && readContent({ dom, ...walk }, [document.body]).segments).toEqual([]);
  });
});
