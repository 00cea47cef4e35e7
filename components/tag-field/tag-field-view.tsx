import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Post, TagCount } from '../../utils/domain/entry';
import { colourOf } from '../../utils/domain/tag-colours';
import { suggestionsFor } from '../../utils/search/tags/suggest-tags';
import { NO_HINTS } from '../../utils/search/tags/tag-hints';
import { Tags } from '../ui/tags-context';
import { TagField as Field, type TagFieldProps } from './tag-field';

interface TagFieldViewProps extends Omit<TagFieldProps, 'offer' | 'colour'> {
  /** The reader's own tags, most used first. */
  known: TagCount[];
  /** Category and author of the post the tags are for. */
  about?: Pick<Post, 'category' | 'author'>;
}

/** Most tags offered at a time. */
const MOST = 8;

/** The tag field as a component, with tag colours and suggestions from the library. */
export function TagField({ known, about, ...props }: TagFieldViewProps) {
  const library = useContext(Tags);
  const colours = library?.colours.value;
  const place = useRef<HTMLDivElement>(null);
  const [field] = useState(() => new Field());
  const offer = (typed: string, chosen: string[]) => {
    // Hints are only for an empty field: typed text is matched against names.
    const hints = (typed.trim() === '' && library?.tagHints(chosen)) || NO_HINTS;
    const { category, author } = about ?? {};
    const fold = library?.collation.value.fold;
    const more = { category, author, chosen, typed, limit: MOST, ...(fold && { fold }) };
    return suggestionsFor({ ...hints, ...more, known });
  };
  useLayoutEffect(() => {
    place.current?.append(field.element);
  }, [field]);
  useLayoutEffect(() =>
    field.update({ ...props, offer, ...(colours && { colour: (tag) => colourOf(colours, tag) }) }),
  );
  return <div ref={place} />;
}
