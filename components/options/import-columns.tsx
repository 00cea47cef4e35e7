import { i18n } from '#i18n';
import type { Columns } from '../../utils/codecs';
import type { Roles } from '../../utils/library/transfer/import-plan';
import styles from './options.module.css';

/** What a column may be taken for, in the order offered. */
const ROLES = [
  'url',
  'title',
  'author',
  'category',
  'publishedAt',
  'savedAt',
  'tags',
  'folder',
  'excerpt',
  'note',
  'state',
  'isRead',
  'isArchived',
  'isWaiting',
  'progress',
  'readAt',
  'archivedAt',
  'updatedAt',
  'image',
  'authorUrl',
] as const satisfies Roles;

interface ImportColumnsProps {
  columns: Columns;
  onAssign(roles: Roles): void;
}

/** The columns of a table and what each is taken for; open where that is not sure. */
export function ImportColumns({ columns: { all, isSure }, onAssign }: ImportColumnsProps) {
  const assign = (changed: number, value: string) =>
    onAssign(all.map(({ role }, at) => (at === changed ? ROLES.find((one) => one === value) : role)));
  return (
    <details class={styles.group} open={!isSure}>
      <summary>{i18n.t(isSure ? 'import.columns' : 'import.columnsUnsure')}</summary>
      <div class={styles.columns}>
        {all.map(({ name, sample, role }, at) => (
          <label key={`${at} ${name}`}>
            <span>
              {[name || i18n.t('import.column', [String(at + 1)]), sample].filter(Boolean).join(' · ')}
            </span>
            <select value={role ?? ''} onChange={(event) => assign(at, event.currentTarget.value)}>
              <option value="">{i18n.t('import.roles.none')}</option>
              {ROLES.map((one) => (
                <option key={one} value={one}>
                  {i18n.t(`import.roles.${one}`)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </details>
  );
}
