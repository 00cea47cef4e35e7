import type { Decoder } from '../decoder';
import { FileTrouble } from '../file-trouble';
import { isObject } from '../roles/texts';
import { anyJson } from './any-json';
import { yamlIn } from './yaml-text';

/** A list of items, perhaps under one name: `references:`, below it `- id: …`. */
const LIST =
  /^\s*(?:#[^\n]{0,500}\n){0,20}(?:---[ \t]*\r?\n)?(?:[a-z]\w{0,40}:[ \t]*\r?\n)?[ \t]*- [\w-]{1,40}:(?:\s|$)/i;

/** An item that names its address. */
const ADDRESS = /^[ \t]*(?:- )?(?:url|link|href|uri): ?['"]?https?:/im;

/** Longest text that is read as YAML, in UTF-16 units: it is read at once. */
const LONGEST = 16 * 2 ** 20;

/** From this length on, what is shown of a file may end within it. */
const CUT = 65_000;

/** YAML of any tool that lists items, as CSL-YAML of Zotero and Pandoc. */
export const yaml: Decoder = {
  name: 'data',
  detect: (head) =>
    LIST.test(head) && ADDRESS.test(head) && (head.length >= CUT || listIn(head) !== undefined),
  decode(text) {
    const list = text.length > LONGEST ? undefined : listIn(text);
    if (!list) throw new FileTrouble('broken');
    return anyJson.decode(JSON.stringify(list));
  },
};

function listIn(text: string): unknown[] | undefined {
  const whole = yamlIn(text.replace(/^\ufeff/, ''));
  const list = isObject(whole) ? Object.values(whole).find(Array.isArray) : whole;
  return Array.isArray(list) ? list : undefined;
}
