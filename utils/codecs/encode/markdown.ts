import type { Entry } from '../../domain/entry';
import { dayOf } from '../../domain/format-date';
import type { Codec } from '../codec';
import { dayInChina } from '../moments';
import { escapeMarkdown, quoted } from './escape-markdown';
import { written } from './written';

/** One page to read or to paste: a section for each post (CommonMark). */
export const markdown: Codec = {
  name: 'markdown',
  extension: 'md',
  mime: 'text/markdown;charset=utf-8',
  keeps: ['url', 'title'],
  encode: (batches, { exportedAt }) =>
    written(batches, {
      head: `# 财新剪报 ${dayInChina(exportedAt.getTime())}\n`,
      entry: section,
      tail: (count) => `\n---\n\n共 ${count} 篇\n`,
    }),
};

function section(entry: Entry): string {
  const parts = [
    `## [${escapeMarkdown(entry.title)}](${entry.url})`,
    factsOf(entry),
    entry.excerpt && quoted(entry.excerpt),
    entry.note && paragraphs(entry.note),
  ];
  return `\n${parts.filter(Boolean).join('\n\n')}\n`;
}

function factsOf({ author, publishedAt, category, tags }: Entry): string {
  const facts = [author, publishedAt && dayOf(publishedAt), category, tags.join('、')];
  return facts.flatMap((fact) => (fact ? escapeMarkdown(fact) : [])).join(' · ');
}

/** Plain text with its line breaks: a backslash ends a line, a blank line a paragraph. */
export function paragraphs(text: string): string {
  return escapeMarkdown(text.trim())
    .replace(/\n(?:[ \t]*\n)+/g, '\n\n')
    .replace(/(?<!\n)\n(?!\n)/g, '\\\n');
}
