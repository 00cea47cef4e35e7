import { isObject, textIn } from './texts';

/** `user/-/label/税` of Google Reader and its heirs; `user/-/state/com.google/starred` is no tag. */
const LABEL = /^user\/[^/]{0,40}\/label\//;
const STATE = /^user\/[^/]{0,40}\/state\//;

/** A quoted item of a list as Python or JavaScript prints it. */
const QUOTED = /'((?:[^'\\]|\\.){0,200})'|"((?:[^"\\]|\\.){0,200})"/g;

/** `[[two words]]`, `#[[two words]]`, or a word. */
const BRACKETED = /[#＃]?\[\[[^[\]]{1,200}\]\]|[^\s[\]]{1,200}/g;

/**
 * Tags in a value: a list of texts or of objects, a map of them, a list printed as JSON or Python, or texts between
 * marks. Whether blanks part them is said by the caller, as only some programs mean it so.
 */
export function tagsIn(value: unknown, byBlanks = false): string[] {
  if (typeof value === 'string') return inText(value, byBlanks);
  if (Array.isArray(value))
    return value.slice(0, 1_000).flatMap((one) => (isText(one) ? own(one) : tagsIn(one)));
  if (!isObject(value)) return [];
  const text = textIn(value) ?? textIn(value.tag) ?? textIn(value.tag_name) ?? textIn(value.term);
  if (text !== undefined) return own(text);
  return Object.entries(value)
    .slice(0, 1_000)
    .flatMap(([key, one]) =>
      one === true ? [key] : isObject(one) ? own(textIn(one) ?? textIn(one.tag) ?? key) : [],
    );
}

const isText = (value: unknown): value is string => typeof value === 'string';

function own(text: string): string[] {
  if (STATE.test(text)) return [];
  return [text.replace(LABEL, '')];
}

function inText(text: string, byBlanks: boolean): string[] {
  const list = text.trim();
  if (/^\[.*\]$/s.test(list) && !/^\[\[.*\]\]$/.test(list)) return printed(list);
  // Names with blanks in them are in brackets (TiddlyWiki, Logseq).
  if (/\[\[[^[\]]+\]\]/.test(list) && !/[,，、]/.test(list))
    return (list.match(BRACKETED) ?? []).map((tag) => tag.replace(/^[#＃]?\[\[|\]\]$/g, ''));
  // Tags written with their mark, one after the other.
  if (/^[#＃]\S+(?:\s+[#＃]\S+)+$/.test(list)) return list.split(/\s+/);
  if (/[,，、;；|\n\t]/.test(list)) return list.split(/[|,，、;；\n\t]/);
  return byBlanks ? list.split(/\s+/) : [text];
}

/** `["a", "b"]`, `['a', 'b']`, `[a, b]`. */
function printed(list: string): string[] {
  try {
    return tagsIn(JSON.parse(list));
  } catch {
    const quoted = [...list.matchAll(QUOTED)].map(([, one, two]) =>
      (one ?? two ?? '').replace(/\\(.)/g, '$1'),
    );
    return quoted.length ? quoted : list.slice(1, -1).split(',');
  }
}
