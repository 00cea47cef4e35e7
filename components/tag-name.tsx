import { useContext } from 'preact/hooks';
import { colourOf } from '../utils/tag-colours';
import { Tags } from './tags-context';

export interface TagNameProps {
  tag: string;
  class?: string | undefined;
}

/** The name of a tag, with a dot where it has a colour. */
export function TagName({ tag, class: style }: TagNameProps) {
  const colours = useContext(Tags)?.colours.value;
  return (
    <span class={style} lang="zh-CN" data-colour={colours && colourOf(colours, tag)}>
      {tag}
    </span>
  );
}
