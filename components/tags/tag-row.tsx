import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { colourOf } from '../../utils/domain/tag-colours';
import { tagPath } from '../../utils/domain/tag-tree';
import type { TagTotal } from '../../utils/search/tags/tag-totals';
import { InlineField } from '../ui/inline-field';
import type { RowPlace } from '../virtual-list/virtual-list';
import { TagActionsMenu, type TagActionsMenuProps } from './tag-actions';
import styles from './tag-manager.module.css';

interface TagRowProps extends Omit<TagActionsMenuProps, 'busy' | 'onDone'> {
  place: RowPlace;
  ticked: boolean;
  onTick(isRange: boolean): void;
}

/** A tag: a click on its name renames it, everything else is behind ⋯. */
export function TagRow(props: TagRowProps) {
  const { one, place, ticked, actions, onTick } = props;
  const { tag } = one;
  const [open, setOpen] = useState(false);
  return (
    <li {...place} class={styles.row} data-row>
      <div class={styles.line}>
        <input
          type="checkbox"
          data-key="x"
          aria-label={i18n.t('tags.tick', [tag])}
          checked={ticked}
          onClick={(event) => onTick(event.shiftKey)}
        />
        <Name {...props} />
        <Counts {...one} />
        <button
          type="button"
          data-key="t"
          class={`${styles.more} dots`}
          aria-expanded={open}
          aria-label={i18n.t('tags.actions', [tag])}
          onClick={() => setOpen(!open)}
        />
      </div>
      {open && <TagActionsMenu {...props} onDone={() => setOpen(false)} busy={actions.busy} />}
    </li>
  );
}

function Name({ one: { tag }, colours, actions }: TagRowProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  // After renaming by keyboard the focus goes to the new name.
  useLayoutEffect(() => {
    if (actions.isNext(tag) || (wasOpen.current && !open && document.activeElement === document.body))
      button.current?.focus();
    wasOpen.current = open;
  }, [open]);
  const rename = (text: string | undefined) => {
    setOpen(false);
    const name = tagPath(text ?? '');
    if (name && name !== tag) actions.retag(new Map([[tag, [name]]]));
  };
  const label = i18n.t('tags.rename', [tag]);
  if (open) return <InlineField class={styles.name} label={label} initial={tag} onDone={rename} />;
  const above = tag.slice(0, tag.lastIndexOf('/') + 1);
  return (
    <button ref={button} type="button" class={styles.name} aria-label={label} onClick={() => setOpen(true)}>
      <span lang="zh-CN" data-colour={colourOf(colours, tag)}>
        <span class={styles.above}>{above}</span>
        {tag.slice(above.length)}
      </span>
    </button>
  );
}

/** How many entries the filter finds; if some have only a tag below, also how many have this one. */
function Counts({ count, total }: TagTotal) {
  return (
    <span class="quiet numbers">
      {count < total && <>{i18n.t('tags.own', [String(count)])} · </>}
      {total}
    </span>
  );
}
