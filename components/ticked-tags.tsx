import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TagCount } from '../utils/entry';
import type { TagTotal } from '../utils/search/tag-totals';
import type { TagColours } from '../utils/tag-colours';
import { tagPath } from '../utils/tag-tree';
import { ColourChoice } from './colour-choice';
import { NameForm } from './name-form';
import styles from './tags-part.module.css';
import type { TagDeeds } from './use-tag-deeds';

export interface TickedTagsProps {
  /** Those that are ticked, most used first. */
  ticked: TagTotal[];
  colours: TagColours;
  /** The reader's own tags, most used first. */
  known: TagCount[];
  deeds: TagDeeds;
  onClear(): void;
}

/** What can be done with several tags at once. */
export function TickedTags({ ticked, colours, known, deeds, onClear }: TickedTagsProps) {
  const [open, setOpen] = useState<'merge' | 'colour' | undefined>();
  const tags = ticked.map(({ tag }) => tag);
  const retag = (names: string[]) => {
    deeds.retag(new Map(tags.map((tag) => [tag, names])));
    onClear();
  };
  const merge = (text: string | undefined) => {
    setOpen(undefined);
    const name = tagPath(text ?? '');
    if (name) retag([name]);
  };
  const [own, ...others] = new Set(tags.map((tag) => colours.get(tag) ?? 'none'));
  return (
    <div class={styles.ticked} role="group" aria-label={i18n.t('tags.ticked', [String(tags.length)])}>
      <span class="numbers">{i18n.t('tags.ticked', [String(tags.length)])}</span>
      <button
        type="button"
        disabled={deeds.busy || tags.length < 2}
        aria-expanded={open === 'merge'}
        onClick={() => setOpen(open === 'merge' ? undefined : 'merge')}
      >
        {i18n.t('tags.mergeTicked')}
      </button>
      <button
        type="button"
        aria-expanded={open === 'colour'}
        onClick={() => setOpen(open === 'colour' ? undefined : 'colour')}
      >
        {i18n.t('tags.colour')}
      </button>
      <button type="button" disabled={deeds.busy} onClick={() => retag([])}>
        {i18n.t('tags.dropShort')}
      </button>
      <button type="button" onClick={onClear}>
        {i18n.t('page.select.none')}
      </button>
      {open === 'merge' && (
        <NameForm
          label={i18n.t('tags.mergeAs')}
          initial={tags[0] ?? ''}
          verb={i18n.t('tags.mergeNow')}
          known={known}
          isFit={(text) => !deeds.busy && tagPath(text) !== undefined}
          onDone={merge}
        />
      )}
      {open === 'colour' && (
        <ColourChoice
          label={i18n.t('tags.colour')}
          value={others.length > 0 ? undefined : own}
          onChoose={(colour) => deeds.colour(tags, colour)}
        />
      )}
    </div>
  );
}
