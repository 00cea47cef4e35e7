import { useRef, useState } from 'preact/hooks';
import type { TagCount } from '../../utils/domain/entry';
import { typedTagIn, withTag } from '../../utils/search/tags/complete';
import { keyOf } from '../ui/key-of';

export interface CompletionsOptions {
  /** The current text of the field. */
  filter: string;
  onFilter(filter: string): void;
  /** The tags a beginning may be completed to; called only while a tag is typed. */
  tagsLike(typed: string, limit: number): TagCount[];
}

/** Tags offered at a time. */
const MOST = 14;

/** Completions while a tag is typed at the end of a filter; Enter takes the first. */
export function useCompletions({ filter, onFilter, tagsLike }: CompletionsOptions) {
  const ref = useRef<HTMLInputElement>(null);
  const [isTyping, setTyping] = useState(false);
  const typedTag = isTyping ? typedTagIn(filter) : undefined;
  const tags = typedTag && tagsLike(typedTag.typed, MOST);
  const take = (tag: string) => {
    if (typedTag) onFilter(withTag(typedTag, tag));
    ref.current?.focus();
  };
  const onInput = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    setTyping(true);
    onFilter(currentTarget.value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [first] = keyOf(event) === 'Enter' && tags ? tags : [];
    if (!first) return;
    event.preventDefault();
    take(first.tag);
  };
  const onFocusOut = ({ currentTarget, relatedTarget }: FocusEvent) => {
    const stays = currentTarget instanceof Node && relatedTarget instanceof Node;
    if (!(stays && currentTarget.contains(relatedTarget))) setTyping(false);
  };
  return { tags, take, field: { ref, onInput, onKeyDown }, around: { onFocusOut } };
}
