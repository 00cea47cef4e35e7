import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { lazy } from './lazy';

const Help = lazy(() => import('./shortcut-help').then((file) => file.Help));

/** Shows the keys and how to search, also by the key `?`. */
export function HelpButton() {
  const [isOpen, setOpen] = useState(false);
  const title = i18n.t('common.keys.title');
  return (
    <>
      <button
        type="button"
        aria-label={title}
        title={`${title} (?)`}
        data-key="?"
        onClick={() => setOpen(true)}
      >
        ?
      </button>
      {isOpen && <Help onClose={() => setOpen(false)} />}
    </>
  );
}
