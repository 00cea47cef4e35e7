import { useRef, useState } from 'preact/hooks';
import type { Renaming } from '../../utils/domain/renaming';
import type { Colouring, TagColour } from '../../utils/domain/tag-colours';
import type { TagModel } from '../../utils/library/models/tags';
import { type RunningTask, useTask } from '../ui/use-task';

/** Actions for tags in the options. */
export interface TagActions {
  /** Many entries are being changed. */
  busy: boolean;
  /** Its progress, and the way to stop it. */
  task: RunningTask;
  retag(renaming: Renaming): void;
  colour(tags: string[], colour: TagColour | undefined): void;
  /** The colour chosen last, and its undo. */
  given: { tags: string[]; colour: TagColour | undefined; back(): void } | undefined;
  /** Whether this tag gets the focus: it is the new name of the one that had it. */
  isNext(tag: string): boolean;
}

/** The actions over a library; what takes long shows its progress. */
export function useTagActions(library: TagModel): TagActions {
  const task = useTask();
  const [given, setGiven] = useState<TagActions['given']>();
  const next = useRef<string>(undefined);
  const retag = async (renaming: Renaming) => {
    const [names] = [...renaming.values()];
    next.current = names?.[0];
    await task.run((one) => library.retag(renaming, one));
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
    busy: task.progress !== undefined,
    task,
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
