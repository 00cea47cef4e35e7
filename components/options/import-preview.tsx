import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { dayOf } from '../../utils/domain/format-date';
import type { Plan, Planned } from '../../utils/library/transfer/import-plan';
import { unreadOf } from '../../utils/library/transfer/queueing';
import type { Transfer } from '../../utils/library/transfer/transfer';
import { type RowPlace, VirtualList } from '../virtual-list/virtual-list';
import { ImportColumns } from './import-columns';
import styles from './options.module.css';

/** Locale keys, which have no hyphens. */
const REASONS = { 'no-address': 'noAddress', 'bad-address': 'badAddress', 'bad-shape': 'badShape' } as const;

const urlOf = ({ incoming }: Planned) => incoming.post.url;
const placeOf = ({ place }: { place: number }) => String(place);

/** What an import would do, in groups; what is ticked is imported. */
export function ImportPreview({ transfer, plan }: { transfer: Transfer; plan: Plan }) {
  const chosen = transfer.chosen.value;
  const { fresh, changed, columns } = plan;
  return (
    <section class={styles.preview} aria-label={i18n.t('import.preview')}>
      <p role="status" class="numbers">
        {[i18n.t(`import.formats.${plan.format}`), ...countsOf(plan)].join(' · ')}
      </p>
      {columns && <ImportColumns columns={columns} onAssign={(roles) => void transfer.assign(roles)} />}
      <Choosable words={i18n.t('import.fresh', [String(fresh.length)])} all={fresh} transfer={transfer} />
      <Choosable
        words={i18n.t('import.changed', [String(changed.length)])}
        all={changed}
        transfer={transfer}
      />
      <LeftOut plan={plan} />
      <Queueing transfer={transfer} plan={plan} />
      <div class={styles.verbs}>
        <button
          type="button"
          class="primary"
          disabled={chosen.size === 0}
          onClick={() => void transfer.import()}
        >
          {i18n.t('import.import', [String(chosen.size)])}
        </button>
        <button type="button" class="outlined" onClick={transfer.cancel}>
          {i18n.t('transfer.cancel')}
        </button>
      </div>
    </section>
  );
}

/** What there is of each kind; a kind of which there is nothing is not named. */
function countsOf(plan: Plan): string[] {
  const kinds = ['fresh', 'changed', 'same', 'foreign', 'unreadable'] as const;
  const counts = kinds.flatMap((kind) =>
    plan[kind].length > 0 ? [i18n.t(`import.${kind}`, [String(plan[kind].length)])] : [],
  );
  return counts.length > 0 ? counts : [i18n.t('import.nothing')];
}

/** Whether what is unread among the ticked posts goes into the queue. */
function Queueing({ transfer, plan: { fresh, changed } }: { transfer: Transfer; plan: Plan }) {
  const chosen = transfer.chosen.value;
  const wanted = [...fresh, ...changed]
    .map(({ incoming }) => incoming)
    .filter(({ post }) => chosen.has(post.url));
  const count = unreadOf(wanted).length;
  if (count === 0) return null;
  return (
    <label class={styles.planned}>
      <input
        type="checkbox"
        checked={transfer.queues.value}
        onChange={(event) => transfer.queue(event.currentTarget.checked)}
      />
      {i18n.t('import.queue', [String(count)])}
    </label>
  );
}

/** What is in the library already, what is not of Caixin, and what could not be read, with line and reason. */
function LeftOut({ plan: { same, foreign, unreadable } }: { plan: Plan }) {
  return (
    <>
      <Uneditable words={i18n.t('import.same', [String(same.length)])} items={same} keyOf={urlOf}>
        {({ incoming }, place) => (
          <li key={incoming.post.url} {...place}>
            {incoming.post.title}
          </li>
        )}
      </Uneditable>
      <Uneditable words={i18n.t('import.foreign', [String(foreign.length)])} items={foreign} keyOf={placeOf}>
        {({ place: key, url, title }, place) => (
          <li key={key} {...place}>
            {title !== url && title} <span class="quiet">{url}</span>
          </li>
        )}
      </Uneditable>
      <Uneditable
        words={i18n.t('import.unreadable', [String(unreadable.length)])}
        items={unreadable}
        keyOf={placeOf}
      >
        {({ place: key, line, reason, text }, place) => (
          <li key={key} {...place}>
            {i18n.t('import.line', [String(line)])} {i18n.t(`import.reasons.${REASONS[reason]}`)}{' '}
            <span class="quiet">{text}</span>
          </li>
        )}
      </Uneditable>
    </>
  );
}

/** A group whose ticked posts are imported. */
function Choosable({ words, all, transfer }: { words: string; all: Planned[]; transfer: Transfer }) {
  if (all.length === 0) return null;
  const chosen = transfer.chosen.value;
  const count = all.filter(({ incoming }) => chosen.has(incoming.post.url)).length;
  return (
    <div class={styles.group}>
      <label class={styles.planned}>
        <input
          type="checkbox"
          checked={count === all.length}
          indeterminate={count > 0 && count < all.length}
          onChange={(event) => transfer.choose(all, event.currentTarget.checked)}
        />
        {words}
      </label>
      <details>
        <summary>{i18n.t('import.each')}</summary>
        <VirtualList items={all} keyOf={urlOf} estimate={32} box={styles.box}>
          {(planned, place) => (
            <Row key={planned.incoming.post.url} place={place} planned={planned} transfer={transfer} />
          )}
        </VirtualList>
      </details>
    </div>
  );
}

interface RowProps {
  planned: Planned;
  place: RowPlace;
  transfer: Transfer;
}

function Row({ planned, place, transfer }: RowProps) {
  const { post, shelving } = planned.incoming;
  const states = [
    post.author,
    post.publishedAt && dayOf(post.publishedAt),
    shelving.tags?.join('、'),
    shelving.queue !== undefined && i18n.t('import.waiting'),
    shelving.readAt !== undefined && i18n.t('common.read'),
    shelving.archivedAt !== undefined && i18n.t('common.archived'),
  ].filter(Boolean);
  return (
    <li {...place}>
      <label class={styles.planned}>
        <input
          type="checkbox"
          checked={transfer.chosen.value.has(post.url)}
          onChange={(event) => transfer.choose([planned], event.currentTarget.checked)}
        />
        <span>
          <span lang="zh-CN">{post.title}</span> <span class="quiet">{states.join(' · ')}</span>
        </span>
      </label>
    </li>
  );
}

interface UneditableProps<T> {
  words: string;
  items: T[];
  keyOf(item: NoInfer<T>): string;
  children(item: NoInfer<T>, place: RowPlace): ComponentChildren;
}

/** A group that is only listed. */
function Uneditable<T>({ words, items, keyOf, children }: UneditableProps<T>) {
  if (items.length === 0) return null;
  return (
    <details class={styles.group}>
      <summary>{words}</summary>
      <VirtualList items={items} keyOf={keyOf} estimate={32} box={styles.box}>
        {children}
      </VirtualList>
    </details>
  );
}
