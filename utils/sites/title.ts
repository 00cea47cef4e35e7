import { findDate } from '../domain/date';
import { cut } from '../domain/plain-text';
import { bylineOf } from './bylines';
import { datePartsOf } from './date-parts';
import type { Dom } from './dom';
import { type Line, linesOf } from './lines';
import type { Row } from './rows';
import type { Content, Segment } from './segments';
import { clean, TITLE_LIMIT } from './text';
import { isBadge, isMeta, isProse } from './words';

/** A title, with the element that shows it. */
export interface Title extends Omit<Line, 'first'> {
  element: Element;
  /** Its first words, if they stand in a small element of their own: a label, where all rows have one. */
  label?: string | undefined;
}

/** Longest line that is a title where nothing marks it as one. */
const LONG = 60;
/** Longest label before a title: 封面报道. */
const LABEL = 6;

/**
 * The title of a row: in a heading, else the first link text that is a title; where the row's own links say nothing (a link laid
 * over the card, a picture, 阅读全文), the heading that is no link, the link's own label, or the first short line.
 */
export function findTitle(dom: Dom, row: Row, { segments, images }: Content, now: Date): Title | undefined {
  const linked = linkedLines(dom, row, segments, now);
  const isCard = linked.length > 1;
  const says = ({ text }: Line) => !isMeta(text) && !isDateAlone(text, now);
  const heads = linked.filter(({ first }) => first.heading === 2);
  const [head] = heads;
  if (head) return titleOf(dom, row, heads.find(says) ?? head, isCard);
  const titles = linked.filter(says);
  const free = linesOf(segments.filter(({ link }) => !link)).filter(says);
  const headFree = free.find(({ first }) => first.heading === 2);
  const plain = titles.find(({ first }) => first.heading) ?? withoutLabel(titles);
  const line = (headFree && isProse(plain?.text ?? '。') ? headFree : plain) ?? oddTitle(linked, now);
  if (line) return titleOf(dom, row, line, isCard);
  const [element = row.element] = row.links;
  const text = labelOf(dom, row.links, ['title', 'aria-label']);
  const shown = text ? free.find((one) => one.text === text) : free.find(isShortLine);
  if (shown) return titleOf(dom, row, shown, isCard);
  const said = text ?? labelOf(dom, picturesOf(row, images), ['alt']);
  return said ? { text: said, segments: [], element } : undefined;
}

/** The texts of a row's own links; those that lead to its comments count where there are no others. */
function linkedLines(dom: Dom, row: Row, segments: Segment[], now: Date): Line[] {
  const plain = row.links.filter((link) => !dom.attribute(link, 'href')?.includes('#'));
  const own = new Set(plain.length > 0 ? plain : row.links);
  const lines = linesOf(
    segments.filter(({ link }) => link && own.has(link)),
    true,
  );
  return lines.map((line) => withoutBadges(dom, line, now));
}

/** Badges and dates in elements of their own, and what stands below a line break in one, are no part of a title. */
function withoutBadges(dom: Dom, line: Line, now: Date): Line {
  const { segments } = line;
  const isDate = ({ element, text }: Segment) =>
    /^(?:span|time|small|i)$/.test(dom.tag(element)) && text.length > 3 && isDateAlone(clean(text), now);
  const isOwn = ({ element, link }: Segment) => element !== link && dom.tag(element) !== 'mark';
  const isPart = (one: Segment) =>
    !isOwn(one) ||
    !(
      isBadge(clean(one.text)) ||
      isDate(one) ||
      ((one.below || dom.tag(one.element) === 'small') && one.element !== line.first.element)
    );
  const kept = segments.filter(isPart);
  const [first] = kept;
  if (!first || kept.length === segments.length) return line;
  const text = clean(kept.map((one) => one.text).join('')).replace(/^[|｜:：·]\s*/, '');
  return {
    text,
    first,
    segments: [...kept, ...segments.filter((one) => !kept.includes(one) && !isDate(one))],
  };
}

/** A label such as 封面报道 may stand before the title, as a link or a line of its own. */
function withoutLabel(lines: Line[]): Line | undefined {
  const [first, second] = lines;
  if (!first || !second || first.text.length > LABEL) return first;
  const isApart = first.first.link !== second.first.link;
  const isTitle = second.text.length <= LONG && !/[。…]/.test(second.text);
  return isTitle &&
    (isApart || (second.text.length >= LABEL - 1 && !isProse(second.text) && !bylineOf(second.text)))
    ? second
    : first;
}

/** A title may be digits or a day alone, if it is all the row's links say. */
function oddTitle(linked: Line[], now: Date): Line | undefined {
  const [only] = linked;
  const isOdd = only && (/^\d{2,}$/.test(only.text) || isDateAlone(only.text, now));
  return isOdd && linked.length === 1 ? only : undefined;
}

function isShortLine({ text, first }: Line): boolean {
  return text.length <= LONG && !isProse(text) && !bylineOf(text) && /\p{L}/u.test(text) && !first.cell;
}

function titleOf(dom: Dom, { links }: Row, line: Line, isCard: boolean): Title {
  const { text, first, segments } = line;
  const own = clean(first.text);
  const isLabel = first.element !== first.link && segments.length > 1 && own.length <= LABEL;
  return {
    text: whole(dom, text, links),
    segments,
    element: isCard ? first.element : (first.link ?? first.element),
    label: isLabel && text.startsWith(own) ? own : undefined,
  };
}

/** A title cut off with dots stands whole in an attribute of its link. */
function whole(dom: Dom, text: string, links: Element[]): string {
  const cutOff = text.replace(/\s*(?:…+|\.{3,})$/, '');
  if (cutOff === text || cutOff.length < 4) return text;
  for (const link of links) {
    const title = dom.attribute(link, 'title');
    const said = title && clean(title);
    if (said?.startsWith(cutOff) && said.length > cutOff.length) return said;
  }
  return text;
}

function picturesOf({ links }: Row, images: Content['images']): Element[] {
  return images.filter(({ link }) => !link || links.includes(link)).map(({ element }) => element);
}

function labelOf(dom: Dom, elements: Element[], names: string[]): string | undefined {
  for (const element of elements)
    for (const name of names) {
      const text = clean(cut(dom.attribute(element, name) ?? '', 2 * TITLE_LIMIT));
      if (text.length > 3 && !isMeta(text)) return text;
    }
  return undefined;
}

/** Whether a text is a date, and says nothing else. */
function isDateAlone(text: string, now: Date): boolean {
  if (text.length > LONG) return false;
  const rest = findDate(text, now)?.rest;
  if (rest === undefined) return datePartsOf(text) !== undefined;
  // A second date says when the post was changed.
  return (
    isMeta((findDate(rest, now)?.rest ?? rest).replace(/更新|修改|updated/gi, '')) ||
    datePartsOf(text) !== undefined
  );
}
