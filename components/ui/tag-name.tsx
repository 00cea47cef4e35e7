import { useContext } from 'preact/hooks';
import { colourOf } from '../../utils/domain/tag-colours';
import type { Highlight } from '../../utils/search/highlight';
import { marked } from './highlighted';
import { Tags } from './tags-context';

interface TagNamesProps {
  tags: string[];
  class?: string | undefined;
  /** What to highlight. */
  highlight?: Highlight | undefined;
}

/** The names of tags, with a dot for those that have a colour. */
export function TagNames({ tags, class: style, highlight }: TagNamesProps) {
  const colours = useContext(Tags)?.colours.value;
  return (
    <>
      {tags.map((tag) => (
        <span key={tag} class={style} lang="zh-CN" data-colour={colours && colourOf(colours, tag)}>
          {marked(tag, highlight)}
        </span>
      ))}
    </>
  );
}
