import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Transfer, TransferFailure } from '../../utils/library/transfer/transfer';
import { ProgressBar } from '../ui/progress-bar';
import { Part } from '../ui/section';
import { ImportPreview } from './import-preview';
import styles from './options.module.css';

interface ImportPartProps {
  transfer: Transfer;
  /** Asks for the permission inside the click, then reads. */
  onBookmarks(): void;
}

/** Imports posts from a file, pasted links or the browser's bookmarks, after a preview. */
export function ImportPart({ transfer, onBookmarks }: ImportPartProps) {
  const { plan, failure } = transfer;
  return (
    <Part title={i18n.t('import.title')} id="import">
      <p class="quiet">{i18n.t('import.help')}</p>
      <Sources transfer={transfer} onBookmarks={onBookmarks} />
      <ProgressBar transfer={transfer} what="read" />
      <div role="alert">{failure.value && <p class={styles.wrong}>{wordsFor(failure.value)}</p>}</div>
      {plan.value && <ImportPreview transfer={transfer} plan={plan.value} />}
      <ProgressBar transfer={transfer} what="import" />
    </Part>
  );
}

function Sources({ transfer, onBookmarks }: ImportPartProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null | undefined) => {
    const [file] = files ?? [];
    if (file) void transfer.readFile(file);
  };
  const { over, ...drop } = useDrop(take);
  return (
    <div class={over ? `${styles.sources} ${styles.over}` : styles.sources} {...drop}>
      <div class={styles.verbs}>
        <button type="button" class="primary" onClick={() => input.current?.click()}>
          {i18n.t('import.file')}
        </button>
        <span class="quiet">{i18n.t('import.drop')}</span>
        <button type="button" class="outlined" onClick={onBookmarks}>
          {i18n.t('import.bookmarks')}
        </button>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        onChange={(event) => {
          take(event.currentTarget.files);
          // So that the same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <Links transfer={transfer} />
    </div>
  );
}

/** Accepts dropped files; `over` while something is dragged above. */
function useDrop(take: (files: FileList | undefined) => void) {
  const [over, setOver] = useState(false);
  return {
    over,
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer?.files);
    },
  };
}

function Links({ transfer }: { transfer: Transfer }) {
  const [links, setLinks] = useState('');
  const read = async () => {
    await transfer.readText(links);
    if (transfer.plan.peek()) setLinks('');
  };
  return (
    <>
      <textarea
        rows={2}
        aria-label={i18n.t('import.links')}
        placeholder={i18n.t('import.links')}
        value={links}
        onInput={(event) => setLinks(event.currentTarget.value)}
      />
      <button type="button" class="outlined" disabled={!links.trim()} onClick={() => void read()}>
        {i18n.t('import.read')}
      </button>
    </>
  );
}

/** Locale keys, which have no hyphens. */
const WRONG = {
  empty: 'empty',
  encoding: 'encoding',
  'unknown-format': 'unknown',
  truncated: 'truncated',
  'too-large': 'tooLarge',
  'too-many': 'tooMany',
  'newer-version': 'newer',
  broken: 'broken',
} as const;

function wordsFor(failure: TransferFailure): string {
  if ('failure' in failure) return i18n.t(`trouble.${failure.failure.kind}`);
  const line = failure.line === undefined ? '' : i18n.t('import.atLine', [String(failure.line)]);
  return `${i18n.t(`import.wrong.${WRONG[failure.file]}`)}${line}`;
}
