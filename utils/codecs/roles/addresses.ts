import { canonicalUrl } from '../../domain/url';
import type { Facts } from './facts';
import { isObject } from './texts';

/** Something that may be opened: with a scheme, or a host and a path. */
const ADDRESS = /^(?:[a-z][a-z0-9+.-]{1,20}:\S|(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,12}(?:\/|$))/i;

/** An address inside a cell: a Markdown link, a formula of a spreadsheet, a text with an address in it. */
const INSIDE = /https?:\/\/[^\s"'<>()[\]{}`\\|^，。；、）】》」\u0080-\u00ff]{1,4096}/i;

/** The address of an item: the best of those it names, one of Caixin's before any other. */
export function addressOf(facts: Facts): string | undefined {
  const all = facts.all('url').flatMap(addressesIn);
  return all.find((one) => canonicalUrl(one) !== undefined) ?? all[0];
}

/** The addresses in a value: a string, or what holds one (`[{ "href": … }]`). */
function addressesIn(value: unknown): string[] {
  if (typeof value === 'string') {
    const text = value.trim();
    if (ADDRESS.test(text) && !/\s/.test(text)) return [text];
    const inside = INSIDE.exec(text.slice(0, 10_000))?.[0];
    return inside ? [inside] : [];
  }
  if (Array.isArray(value)) return value.slice(0, 20).flatMap(addressesIn);
  if (!isObject(value)) return [];
  return [value.href, value.url, value.link, value.resource].flatMap((one) =>
    typeof one === 'string' ? addressesIn(one) : [],
  );
}

/** Whether a value holds an address at all. */
export function hasAddress(value: unknown): boolean {
  return addressesIn(value).length > 0;
}
