import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { View } from '../../utils/storage/saved-views';
import { InlineField } from '../ui/inline-field';
import styles from './filter-bar.module.css';

interface ViewsProps {
  views: (View & { count?: number })[];
  /** The current text of the filter. */
  filter: string;
  onFilter(filter: string): void;
  onSave(view: View): void;
  onRemove(name: string): void;
}

/** Saved views with their counts; the current filter can be saved as one. */
export function Views({ views, filter, onFilter, onSave, onRemove }: ViewsProps) {
  const now = filter.trim();
  const isNew = now !== '' && !views.some((view) => view.filter === now);
  if (views.length === 0 && !isNew) return null;
  return (
    <div class={styles.views} role="group" aria-label={i18n.t('views.title')}>
      {views.map((view) => (
        <SavedView
          key={view.name}
          view={view}
          isOn={view.filter === now}
          onFilter={onFilter}
          onRemove={onRemove}
        />
      ))}
      {isNew && <NewView onName={(name) => onSave({ name, filter: now })} />}
    </div>
  );
}

interface SavedViewProps extends Pick<ViewsProps, 'onFilter' | 'onRemove'> {
  view: View & { count?: number };
  isOn: boolean;
}

function SavedView({ view: { name, filter, count }, isOn, onFilter, onRemove }: SavedViewProps) {
  return (
    <span class={styles.view}>
      <button
        type="button"
        class={`${styles.chip} ${isOn ? styles.all : ''}`}
        aria-pressed={isOn}
        title={filter}
        onClick={() => onFilter(isOn ? '' : `${filter} `)}
      >
        ☆ {name} <span class={styles.count}>{count}</span>
      </button>
      {isOn && (
        <button type="button" aria-label={i18n.t('views.remove', [name])} onClick={() => onRemove(name)}>
          ×
        </button>
      )}
    </span>
  );
}

/** Asks for the name of a new view in place. */
function NewView({ onName }: { onName(name: string): void }) {
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <button type="button" class={styles.chip} onClick={() => setOpen(true)}>
        {i18n.t('views.save')}
      </button>
    );
  return (
    <InlineField
      class={styles.naming}
      label={i18n.t('views.name')}
      initial=""
      onDone={(name) => {
        setOpen(false);
        if (name) onName(name);
      }}
    />
  );
}
