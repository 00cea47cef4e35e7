import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TagCount } from '../../utils/domain/entry';
import type { TagColours } from '../../utils/domain/tag-colours';
import { tagPath } from '../../utils/domain/tag-tree';
import type { TagTotal } from '../../utils/search/tags/tag-totals';
import { ColourChoice } from './colour-choice';
import { NameForm } from './name-form';
import styles from './tag-manager.module.css';
import type { TagActions } from './use-tag-actions';

interface SelectedTagsProps {
  /** The ticked tags, most used first. */
  ticked: TagTotal[];
  colours: TagColours;
  /** The reader's own tags, most used first. */
  known: TagCount[];
  actions: TagActions;
  onClear(): void;
}

/** Actions for several tags at once. */
export function SelectedTags(props: SelectedTagsProps) {
  const { ticked, actions, onClear } = props;
  const [open, setOpen] = useState<'merge' | 'colour' | undefined>();
  const flip = (what: 'merge' | 'colour') => setOpen(open === what ? undefined : what);
  const title = i18n.t('tags.ticked', [String(ticked.length)]);
  const drop = () => {
    actions.retag(renaming(ticked, []));
    onClear();
  };
  return (
    <div class={`bulk ${styles.ticked}`} role="group" aria-label={title}>
      <span class="numbers">{title}</span>
      <button
        type="button"
        disabled={actions.busy || ticked.length < 2}
        aria-expanded={open === 'merge'}
        onClick={() => flip('merge')}
      >
        {i18n.t('tags.mergeTicked')}
      </button>
      <button type="button" aria-expanded={open === 'colour'} onClick={() => flip('colour')}>
        {i18n.t('tags.colour')}
      </button>
      <button type="button" disabled={actions.busy} onClick={drop}>
        {i18n.t('tags.dropShort')}
      </button>
      <button type="button" onClick={onClear}>
        {i18n.t('page.select.none')}
      </button>
      {open === 'merge' && <Merge {...props} onClose={() => setOpen(undefined)} />}
      {open === 'colour' && <Colour {...props} />}
    </div>
  );
}

const renaming = (ticked: TagTotal[], names: string[]) => new Map(ticked.map(({ tag }) => [tag, names]));

/** Asks for the name they all get; suggests that of the most used. */
function Merge({ ticked, known, actions, onClear, onClose }: SelectedTagsProps & { onClose(): void }) {
  const merge = (text: string | undefined) => {
    onClose();
    const name = tagPath(text ?? '');
    if (!name) return;
    actions.retag(renaming(ticked, [name]));
    onClear();
  };
  return (
    <NameForm
      label={i18n.t('tags.mergeAs')}
      initial={ticked[0]?.tag ?? ''}
      verb={i18n.t('tags.mergeNow')}
      known={known}
      isFit={(text) => !actions.busy && tagPath(text) !== undefined}
      onDone={merge}
    />
  );
}

function Colour({ ticked, colours, actions }: SelectedTagsProps) {
  const tags = ticked.map(({ tag }) => tag);
  const [own, ...others] = new Set(tags.map((tag) => colours.get(tag) ?? 'none'));
  return (
    <ColourChoice
      label={i18n.t('tags.colour')}
      value={others.length > 0 ? undefined : own}
      onChoose={(colour) => actions.colour(tags, colour)}
    />
  );
}
