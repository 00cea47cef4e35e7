import { findDate, type PrintedDate } from '../domain/date';
import { bylineOf } from './bylines';
import type { Line } from './lines';
import { clean } from './text';
import { SHORT } from './words';

/** A date of a row, and how sure it is that it is that of publication. */
export interface RowDate {
  date: PrintedDate;
  /** 1, or 0 where it is said to be of a change. */
  rank: number;
}

const CHANGED = /更新|修改|回复|最后|updated|modified/i;
/** What may stand right before a date, and right behind one, that is meant as the row's own. */
const BEFORE = /(?:^|[^\p{L}\d，。、~～至]|[于於在期间間]|on)$/u;
const BEHIND = /^(?:$|[^\p{L}\d，。、,~～至-]|[-—]\s|更新|发[布表]|[来來]源)/u;

/** A date, if the line is meant for one: a byline, a short line, or a part of one in an element of its own. */
export function dateOfLine(
  line: Line,
  text: string,
  now: Date,
  person = '',
): (RowDate & { rest: string }) | undefined {
  const pieces =
    text.length <= 2 * SHORT
      ? text.split(/(?=[发發][布表佈][于於]|(?:最后)?更新|最后回复|修改|Updated|Published)/i)
      : [];
  let best: (RowDate & { rest: string }) | undefined;
  for (const piece of pieces) {
    const found = findDate(piece, now);
    if (!found) continue;
    const { date, left, right } = found;
    const rank = CHANGED.test(left) || /^\s*(?:更新|修改)/.test(right) ? 0 : 1;
    const rest = clean(`${left} ${right}`);
    const isMeant = BEFORE.test(left) && BEHIND.test(right) && isAside(rest.replace(person, '').trim(), text);
    if (isMeant && (!best || rank > best.rank)) best = { date, rank, rest };
  }
  return best ?? partOf(line, text, now) ?? opening(text, now);
}

/** What stands beside a date in its line: little, or a byline. */
function isAside(rest: string, text: string): boolean {
  return (
    text.length <= SHORT && !/[。！？；]/.test(text) && (rest.length <= 24 || bylineOf(rest) !== undefined)
  );
}

/** A date in an element of its own, in a longer line. */
function partOf({ segments }: Line, text: string, now: Date): (RowDate & { rest: string }) | undefined {
  for (const segment of segments.length > 1 ? segments : []) {
    const part = clean(segment.text);
    const dated = part.length <= 40 ? findDate(part, now) : undefined;
    if (dated && dated.rest.trim().length <= 12 && BEFORE.test(dated.left))
      return { date: dated.date, rank: CHANGED.test(part) ? 0 : 1, rest: text.replace(part, ' ') };
  }
  return undefined;
}

/** A day with its clock that opens an excerpt. */
function opening(text: string, now: Date): (RowDate & { rest: string }) | undefined {
  const head = /^\S{4,14}\s+\d{1,2}[:：]\d\d(?=\s)/.exec(text)?.[0];
  const found = head && findDate(head, now);
  return found && !found.rest.trim()
    ? { date: found.date, rank: 1, rest: text.slice(head.length) }
    : undefined;
}

/** The moment an attribute says. */
export function stampOf(moments: string[], now: Date): PrintedDate | undefined {
  const dates = moments.map((said) => findDate(said, now)?.date);
  return dates.find((date) => date && 'iso' in date && Date.parse(date.iso) <= now.getTime());
}
