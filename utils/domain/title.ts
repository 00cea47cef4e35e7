/** Pieces of other formats that were taken for a title where a file could not be read: JSON, HTML, TeX, tables. */
const PIECES = [
  /"\s*:\s*(?:["[{]|$)|\\?"\s*[:,]\s*\\?"|^\s*[[{]\s*[{["]|[{[]\s*$/,
  /<\/?(?:a|li|ul|ol|dt|dl|dd|td|tr|p|div|span|img|section|h\d|script|style)\b[^>]*(?:>|$)|\b(?:href|src|class|id|tags|add_date)\s*=\s*(?:["']|$)/i,
  /^@[a-z]+\s*[{(]|\b(?:url|howpublished|title|author|note)\s*=\s*[{"]|\\(?:url|href)\b/i,
  /^\s*\|.*\||^[\s|:-]*-{3,}[\s|:-]*$/,
  /^(?:---|```|~~~)/,
  // Code: a key and its value, a quotation that is opened last, a row of a database.
  /^\s*\{\s*\w{1,40}\s*:|[:=,([]\s*['"`]\s*$|\bVALUES\s*\(/,
];

/** A word that only says what follows it: 链接, URL, source. */
const LABEL =
  /^(?:[^\p{L}\p{N}]*)(?:url|uri|link|href|source|address|title|via|链接|原文链接|原文地址|原文|网址|地址|来源|出处|文章链接|链接地址|标题|題目|連結|網址|阅读原文|阅读全文|查看原文|全文|详细|查看详情|更多|点击阅读|read more|more|open|here|permalink)(?:[^\p{L}\p{N}]*)$/iu;

/** Letters, digits or pictures: without any, a text says nothing. */
const SAYS = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/** Whether a text that stood beside an address is no title but a piece of the file's own format. */
export function isSyntax(text: string): boolean {
  return !SAYS.test(text) || LABEL.test(text) || holdsSyntax(text);
}

/** Whether something of another format stands in a text: a key of JSON, a tag of HTML, a command of TeX. */
export function holdsSyntax(text: string): boolean {
  return PIECES.some((piece) => piece.test(text)) || isOpen(text);
}

/** Begins or ends with a quotation mark whose other half is missing. */
function isOpen(text: string): boolean {
  return /^\s*"|"\s*$/.test(text) && text.split('"').length % 2 === 0;
}

/**
 * Whether a title that is kept was read wrongly out of a file, and another that is offered is the better one: the kept
 * one is a piece of a format, or is the other with marks and numbers of a table around it.
 */
export function isHealedBy(kept: string, offered: string): boolean {
  if (kept === offered || isSyntax(offered)) return false;
  if (isSyntax(kept)) return true;
  if (!kept.includes(offered)) return false;
  const around = kept.replace(offered, ' ');
  return /[,;|\t{}[\]=\\]/.test(around) && !/\p{L}/u.test(around);
}
