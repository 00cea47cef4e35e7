import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TagCount } from '../../utils/domain/entry';
import { splitTags, uniqueTags } from '../../utils/domain/tag';
import type { TagColours } from '../../utils/domain/tag-colours';
import { moved, tagPath } from '../../utils/domain/tag-tree';
import type { TagTotal } from '../../utils/search/tags/tag-totals';
import { TagField } from '../tag-field/tag-field-view';
import { ColourChoice } from './colour-choice';
import { NameForm } from './name-form';
import styles from './tag-manager.module.css';
import type { TagActions } from './use-tag-actions';

export interface TagActionsMenuProps {
  one: TagTotal;
  known: TagCount[];
  colours: TagColours;
  actions: TagActions;
  busy: boolean;
  onDone(): void;
}

/** Further actions for one tag. */
export function TagActionsMenu(props: TagActionsMenuProps) {
  const { one, colours, actions, busy, onDone } = props;
  const { tag } = one;
  const [open, setOpen] = useState<'split' | 'move' | undefined>();
  const flip = (what: 'split' | 'move') => setOpen(open === what ? undefined : what);
  const drop = () => {
    onDone();
    actions.retag(new Map([[tag, []]]));
  };
  return (
    <div class={styles.opened}>
      <div class={styles.verbs}>
        <button type="button" aria-expanded={open === 'split'} onClick={() => flip('split')}>
          {i18n.t('tags.split')}
        </button>
        <button type="button" aria-expanded={open === 'move'} onClick={() => flip('move')}>
          {i18n.t('tags.move')}
        </button>
        <button type="button" disabled={busy} aria-label={i18n.t('tags.drop', [tag])} onClick={drop}>
          {i18n.t('tags.dropShort')}
        </button>
      </div>
      {open === 'split' && <Split {...props} />}
      {open === 'move' && <Move {...props} />}
      <ColourChoice
        label={i18n.t('tags.colourOf', [tag])}
        value={colours.get(tag) ?? 'none'}
        onChoose={(colour) => actions.colour([tag], colour)}
      />
    </div>
  );
}

/** The names a tag becomes, chosen like any tags. */
function Split({ one: { tag }, known, actions, busy, onDone }: TagActionsMenuProps) {
  const [tags, setTags] = useState<string[]>([]);
  const [typed, setTyped] = useState('');
  const names = uniqueTags([...tags, ...splitTags(typed)].flatMap((name) => tagPath(name) ?? []));
  const isOff = busy || names.length < 2;
  const split = () => {
    if (isOff) return;
    onDone();
    actions.retag(new Map([[tag, names]]));
  };
  return (
    <div class={styles.asked}>
      <TagField
        tags={tags}
        typed={typed}
        known={known}
        label={i18n.t('tags.splitOf', [tag])}
        placeholder={i18n.t('tags.splitHelp')}
        onTags={setTags}
        onTyped={setTyped}
        onSubmit={split}
      />
      <button type="button" class="outlined" disabled={isOff} onClick={split}>
        {i18n.t('tags.splitNow', [names.join(i18n.t('tags.and'))])}
      </button>
    </div>
  );
}

function Move({ one: { tag }, known, actions, busy, onDone }: TagActionsMenuProps) {
  const isBelow = tag.includes('/');
  const nameFor = (above: string) => {
    const name = above.trim() || isBelow ? moved(tag, above) : undefined;
    return name === tag ? undefined : name;
  };
  const move = (above: string | undefined) => {
    onDone();
    const name = above === undefined ? undefined : nameFor(above);
    if (name) actions.retag(new Map([[tag, [name]]]));
  };
  return (
    <NameForm
      label={i18n.t('tags.moveOf', [tag])}
      {...(isBelow && { placeholder: i18n.t('tags.moveHelp') })}
      verb={i18n.t('tags.moveNow')}
      known={known}
      isFit={(above) => !busy && nameFor(above) !== undefined}
      onDone={move}
    />
  );
}
