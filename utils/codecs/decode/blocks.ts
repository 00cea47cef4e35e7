import { isSyntax } from '../../domain/title';
import type { Decoder, Read } from '../decoder';
import { readOf, unreadable } from '../read-of';
import { hasAddress } from '../roles/addresses';
import { Facts } from '../roles/facts';
import { rawOfFacts } from '../roles/raw-of-facts';
import { type NamedRole, roleOf } from '../roles/role-names';
import { type TextLine, textLines } from './text-lines';

/** `链接：https://…`, `- **Tags**: a, b`: a line that says one thing. */
const SAID =
  /^\s{0,10}(?:[-*+>•]\s{0,3})?[*_]{0,2}([^\s:：*_][^:：*_]{0,20})[*_]{0,2}\s?[:：][*_]{0,2}\s{0,5}(\S.{0,9000})$/;

/** `[原文链接](https://…)` on a line of its own. */
const LINKED = /^\s{0,10}(?:[-*+>•]\s{0,3})?\[([^\]]{1,20})\]\((https?:[^)\s]{1,4096})\)\s*$/;

const HEADING = /^#{1,6} (.{1,500})$/;

const ADDRESS = /https?:\/\//i;

/** What is said of one post, line by line. */
interface Block {
  line: number;
  facts: Facts;
  source: string;
  /** Lines that say nothing of it. */
  free: TextLine[];
}

/** Posts as blocks of lines that say one thing each (标题：… 链接：…), below a heading or an empty line. */
export const blocks: Decoder = {
  name: 'links',
  detect: (head) => {
    let [named, others, facts] = [0, 0, 0];
    for (const { text } of textLines(head)) {
      const role = said(text)?.named.role;
      if (role || HEADING.test(text)) facts++;
      if (role === 'url') named++;
      else if (ADDRESS.test(text)) others++;
    }
    // What says nothing but addresses is a list of links.
    return named > 0 && others === 0 && facts > named;
  },
  decode: (text) => readsOf(text, false),
};

/** The same for pasted text: a line of which nothing is made is told. */
export const pastedBlocks: Decoder = { ...blocks, decode: (text) => readsOf(text, true) };

function* readsOf(text: string, tellsAll: boolean): Generator<Read> {
  let count = 0;
  for (const { line, facts, source, free } of blocksIn(text)) {
    const hasOne = facts.all('url').some(hasAddress);
    if (hasOne || !free.length) yield readOf(line, rawOfFacts(facts, { count: ++count }), source);
    for (const one of tellsAll ? free : []) yield unreadable(one.number, 'no-address', one.text);
  }
}

function* blocksIn(text: string): Generator<Block> {
  let block: Block | undefined;
  for (const line of textLines(text)) {
    const heading = HEADING.exec(line.text)?.[1];
    const one = said(line.text);
    const isNext = one && block && isSaid(block.facts, one.named) && /^(?:url|title)$/.test(one.named.role);
    if (block && (heading || isNext || (!line.text.trim() && block.facts.all('url').length))) {
      yield block;
      block = undefined;
    }
    if (!line.text.trim()) continue;
    block ??= { line: line.number, facts: new Facts(), source: line.text, free: [] };
    if (one) block.facts.add(one.named.role, one.named.place, one.value);
    else {
      if (heading) addTitle(block.facts, heading);
      if (!heading || !block.facts.all('title').length) block.free.push(line);
    }
  }
  if (block) yield block;
}

/** A heading is the title where no line says another. */
function addTitle(facts: Facts, heading: string): void {
  if (!isSyntax(heading)) facts.add('title', 1_000, heading);
}

/** Whether a block says the same thing already, other than by its heading. */
function isSaid(facts: Facts, { role }: NamedRole): boolean {
  return facts.all('url').length > 0 && facts.all(role).length > 0;
}

function said(text: TextLine['text']): { named: NamedRole; value: string } | undefined {
  const [, name = '', value = ''] = LINKED.exec(text) ?? SAID.exec(text) ?? [];
  const named = name && !ADDRESS.test(name) ? roleOf(name) : undefined;
  return named && (named.role !== 'url' || ADDRESS.test(value)) ? { named, value: value.trim() } : undefined;
}
