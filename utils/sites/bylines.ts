import { clean } from './text';

const ROLE = '(?:文字?|图片?|圖|撰[文稿]|[摄攝]影|设计|插画|作者|编[辑译]|翻译|采写|供图|视频|[记記]者|by)';
const ROLES = `${ROLE}(?:\\s*[、/／和&,，]\\s*${ROLE})*`;
const SIGN = '[|｜丨:：/／]';
const HOUSE = '(?:财新\\S{0,6}\\s+|财新(?:网|周刊)?\\s*)?';
/** The next role of the same line ends a name: `图、文｜甲 图片编辑｜乙`. */
const NAME = `(.{2,30}?)`;
const END = `(?=\\s+\\S{0,4}${ROLE}\\s*${SIGN}|\\s*$)`;

/** Forms of bylines (site.md 5 and 9), the clearest first. */
const FORMS = [
  // 文｜财新 覃敏, 文、图｜苏荷, 摄影/撰稿｜苏荷, By Shen Yan
  new RegExp(`^(?:本文)?(?:${ROLES}\\s*${SIGN}|by\\s)\\s*${HOUSE}${NAME}${END}`, 'iu'),
  // 李某|文
  /^([^\s|｜丨]{2,12})\s*[|｜丨]\s*文$/u,
];
const REPORTER = /(?:^|\s)(?:财新|本报|特约|实习|见习|驻\S{1,4})*[记記]者\s*[:：]?\s*/gu;

/** What parts a line from others, at its beginning and its end. */
export const EDGES = /^[\s|｜丨·•/-]+|[\s|｜丨·•/-]+$/g;

/** The author a line names, if it is a byline and nothing else. */
export function bylineOf(line: string): string | undefined {
  const text = line.replace(EDGES, '');
  if (text.length > 80 || /[。！？；]/.test(text)) return undefined;
  for (const form of FORMS) {
    const name = clean(form.exec(text)?.[1] ?? '');
    if (name) return name;
  }
  // 记者 甲 见习记者 乙
  if (text.search(REPORTER) !== 0) return undefined;
  const names = clean(text.replace(REPORTER, ' '));
  return /^(?:[\p{L}·]{2,12}\s?){1,4}$/u.test(names) ? names : undefined;
}
