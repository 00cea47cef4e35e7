import type { Decoder, Read } from '../decoder';
import { FileTrouble } from '../file-trouble';
import { unreadable } from '../read-of';
import { isItem } from '../roles/json-facts';
import { JsonWalk } from '../roles/json-walk';
import { NamesById } from '../roles/names-by-id';
import { folderTags } from './bookmark-folders';
import { type XmlRecord, xmlRecords } from './xml-records';

/** A file of XML that is no web page. */
const XML = /^\s*(?:<\?xml[^>]{0,500}\?>|<(?:rss|feed|posts|xbel|opml|en-export|rdf:RDF|xml)[\s>])/i;

/**
 * XML of any tool: 印象笔记 and Evernote (ENEX), RSS and Atom, Pinboard and Delicious, XBEL, Zotero's RDF, EndNote. A
 * record names its address in an element or attribute of its own; what is in its text is the article's. Throws a
 * `FileTrouble` `unknown-format` where no record names one.
 */
export const xml: Decoder = {
  name: 'xml',
  detect: (head) => XML.test(head) && !/<html[\s>]/i.test(head),
  decode,
};

function* decode(text: string): Generator<Read> {
  const walk = new JsonWalk(new NamesById(), folderTags);
  let isEmpty = true;
  for (const record of xmlRecords(text)) {
    const facts = asFacts(record);
    if (isItem(facts)) {
      isEmpty = false;
      yield* walk.walk(facts, { line: record.line, folders: record.folders }, true);
    } else if (record.name === 'note') yield unreadable(record.line, 'no-address', String(facts.title ?? ''));
  }
  if (isEmpty) throw new FileTrouble('unknown-format');
}

/** Names that mean something else in XML: feeds have many categories, which are tags; the text of a note is the page's. */
function asFacts({
  name,
  facts: { category, content: _, encoded: __, ...facts },
}: XmlRecord): Record<string, unknown> {
  const all = { ...facts, ...(category !== undefined && { categories: category }) };
  return name === 'outline' ? outlineFacts(all) : all;
}

/** OPML: the text of an outline is its title, and the names of its categories begin with a slash. */
function outlineFacts({ categories, ...facts }: Record<string, unknown>): Record<string, unknown> {
  const tags = typeof categories === 'string' ? categories.replace(/(^|,)\s*\//g, '$1') : undefined;
  return { ...facts, title: facts.title ?? facts.text, ...(tags && { tags }) };
}
