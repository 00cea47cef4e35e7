import { cut } from '../../domain/plain-text';
import { momentIn } from './dates';
import type { Facts } from './facts';
import { textIn } from './texts';

/** What became of a post. */
interface States {
  isWaiting: boolean;
  isRead: boolean;
  isArchived: boolean;
}

/** Words that programs use for a state or for the place of an item, without case. */
const WAITING =
  /^(?:unread|to ?read|later|read ?later|new|inbox|shortlist|queued?|in queue|waiting|reading list|active|reading|in progress|not started|未读|待读|想读|在读|稍后读|稍后阅读|稍后|未开始|待阅读|未阅读|未讀|待讀|稍後閱讀|想看|未完成)$/i;
const READ =
  /^(?:read|finished|done|completed?|已读|读完|已读完|已阅读|读过|看过|已完成|完成|已讀|已閱讀|讀完)$/i;
const ARCHIVED = /^(?:archived?|read archive|已归档|归档|存档|已存档|已歸檔|歸檔|封存)$/i;

const YES = /^(?:true|yes|y|1|x|on|checked|✓|✔|✅|☑|是|对|有|已读|真)$/i;

/** The states an item says it is in. */
export function statesOf(facts: Facts): States {
  const words = [...facts.all('state'), ...facts.all('isRead'), ...facts.all('isArchived')].map(wordIn);
  const says = (pattern: RegExp) => words.some((word) => pattern.test(word));
  const isArchived =
    facts.all('isArchived').some(isYes) || says(ARCHIVED) || says(/state\/com\.google\/archived$/);
  const isRead = facts.all('isRead').some(isYes) || says(READ) || isThrough(facts);
  const waits =
    facts.all('isWaiting').some((value) => isYes(value) || WAITING.test(wordIn(value))) || says(WAITING);
  return { isArchived, isRead, isWaiting: waits && !isRead };
}

/** Whether a value is a yes: a mark, a word, a number that is one. */
function isYes(value: unknown): boolean {
  return value === true || value === 1 || YES.test(wordIn(value));
}

function wordIn(value: unknown): string {
  return cut((textIn(value) ?? '').trim(), 60).replace(/[_-]/g, ' ');
}

/** Read to the end: 1 of 1, or 100 of 100 (the scale is told by the values that programs write). */
function isThrough(facts: Facts): boolean {
  const done = facts.first('progress', (value) => {
    const number = Number.parseFloat(textIn(value) ?? '');
    return Number.isNaN(number) ? undefined : number;
  });
  return done === 1 || (done ?? 0) >= 99;
}

/** A moment for a state of which only is said that it is so: of the last change, of the save, else now. */
export function whenChanged(facts: Facts): number {
  return facts.first('updatedAt', momentIn) ?? facts.first('savedAt', momentIn) ?? Date.now();
}

/** Whether a text is a word for a state. */
export function isStateWord(text: string): boolean {
  const word = wordIn(text);
  return WAITING.test(word) || READ.test(word) || ARCHIVED.test(word);
}
