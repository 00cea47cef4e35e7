import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { CodecName } from '../../utils/codecs';
import type { AutoExport } from '../../utils/library/transfer/auto-export';
import type { Scope, Transfer } from '../../utils/library/transfer/transfer';
import { Choice } from '../ui/choice';
import { ProgressBar } from '../ui/progress-bar';
import { Part } from '../ui/section';
import styles from './options.module.css';

/** In the order they are offered; one that is missing does not compile. */
const OFFERED: Record<CodecName, true> = {
  json: true,
  csv: true,
  markdown: true,
  obsidian: true,
  bookmarks: true,
  bibtex: true,
  ris: true,
  csl: true,
  opml: true,
};
// The cast: the keys are those of the type.
const FORMATS = Object.keys(OFFERED) as CodecName[];
const SCOPES: Scope[] = ['all', 'queue', 'panel', 'popup'];
const OFTEN: AutoExport[] = ['off', 'daily', 'weekly'];

interface ExportPartProps {
  transfer: Transfer;
  auto: AutoExport;
  onAuto(often: AutoExport): void;
}

/** Exports the library, the queue or what a filter finds, in a chosen format. */
export function ExportPart({ transfer, auto, onAuto }: ExportPartProps) {
  const [format, setFormat] = useState<CodecName>('json');
  const [scope, setScope] = useState<Scope>('all');
  return (
    <Part title={i18n.t('export.title')} id="export">
      <div class={styles.fields}>
        <Choice
          label={i18n.t('export.what')}
          value={scope}
          options={SCOPES.map((one) => [one, i18n.t(`export.scopes.${one}`)])}
          onChange={(next: Scope) => setScope(next)}
        />
        <Choice
          label={i18n.t('export.format')}
          value={format}
          options={FORMATS.map((one) => [one, i18n.t(`export.formats.${one}`)])}
          onChange={(next: CodecName) => setFormat(next)}
        />
        <button type="button" class="primary" onClick={() => void transfer.export(format, scope)}>
          {i18n.t('export.export')}
        </button>
      </div>
      <p class="quiet">{i18n.t(`export.about.${format}`)}</p>
      <ProgressBar transfer={transfer} what="export" />
      <div class={styles.fields}>
        <Choice
          label={i18n.t('export.auto')}
          value={auto}
          options={OFTEN.map((one) => [one, i18n.t(`export.often.${one}`)])}
          onChange={onAuto}
        />
      </div>
    </Part>
  );
}
