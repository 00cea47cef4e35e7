import { useContext } from 'preact/hooks';
import type { Sought } from '../utils/search/hits';
import { colourOf } from '../utils/tag-colours';
import { Marked } from './marked';
import { Tags } from './tags-context';

export interface TagNameProps {
  tag: string;
  class?: string | undefined;
  /** What it was found by. */
  sought?: Sought | undefined;
}

/** The name of a tag, with a dot where it has a colour. */
export function TagName({ tag, class: style, sought }: TagNameProps) {
  const colours = useContext(Tags)?.colours.value;
  return (
    <span class={style} lang="zh-CN" data-colour={colours && colourOf(colours, tag)}>
      <Marked text={tag} sought={sought} />
    </span>
  );
}
