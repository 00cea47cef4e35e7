import { useRef, useState } from 'preact/hooks';
import type { Renaming } from '../../utils/domain/tag-tree';
import type { Library } from '../../utils/library';
import type { Colouring, TagColour } from '../../utils/storage/tag-colours';
import { type LongCourse, useCourse } from '../ui/use-task';

/** What can be done to tags in the options. */
export interface TagDeeds {
  /** Something is being changed in every entry. */
  busy: boolean;
  /** How that goes on. */
  course: LongCourse;
  retag(renaming: Renaming): void;
  colour(tags: string[], colour: TagColour | undefined): void;
  /** The colour given last, and the way back. */
  given: { tags: string[]; colour: TagColour | undefined; back(): void } | undefined;
  /** Whether the keyboard goes on at this tag: it is the new name of the one that had the focus. */
  isNext(tag: string): boolean;
}

/** The deeds over a library: one after another, told while they last. */
export function useTagDeeds(library: Library): TagDeeds {
  const course = useCourse();
  const [given, setGiven] = useState<TagDeeds['given']>();
  const next = useRef<string>(undefined);
  const retag = async (renaming: Renaming) => {
    const [names] = [...renaming.values()];
    next.current = names?.[0];
    await course.run((one) => library.retag(renaming, one));
  };
  const colour = (tags: string[], one: TagColour | undefined) => {
    const now = library.colours.peek();
    const former: Colouring = new Map(tags.map((tag) => [tag, now.get(tag)]));
    const back = () => {
      setGiven(undefined);
      void library.colour(former);
    };
    setGiven({ tags, colour: one, back });
    void library.colour(new Map(tags.map((tag) => [tag, one])));
  };
  return {
    busy: course.progress !== undefined,
    course,
    retag: (renaming) => void retag(renaming),
    colour,
    given,
    isNext(tag) {
      if (next.current !== tag) return false;
      next.current = undefined;
      return true;
    },
  };
}
