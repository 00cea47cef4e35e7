import { i18n } from '#i18n';
import type { Library } from '../utils/library';
import type { ActivePage } from '../utils/library/active-page';
import { LibraryList } from './library/library-list';
import { useWanted } from './library/use-wanted';
import { PageDoubts } from './page/page-doubts';
import { PagePosts } from './page/page-posts';
import { Permission, Unwatched } from './page/page-warning';
import { useSave } from './page/use-save';
import styles from './popup.module.css';
import { HelpButton } from './ui/help-button';
import { Icon } from './ui/icon';
import { Notices } from './ui/notices';
import { useShortcuts } from './ui/shortcuts';
import { Tags } from './ui/tags-context';

interface PopupProps {
  library: Library;
  active: ActivePage;
  onOptions(): void;
  /** Called inside the click: a panel opens only there. */
  onPanel(): void;
}

/** The popup: the posts of this page where there are any, then the library. */
export function Popup({ library, active, onOptions, onPanel }: PopupProps) {
  useShortcuts(library);
  const { busy, said, save } = useSave(library, active);
  const page = active.page.value?.page;
  const hasPosts = page !== undefined && page.kind !== 'other' && page.posts.length > 0;
  useWanted(library, ...(page?.posts ?? []).map(({ url }) => url));
  return (
    <Tags.Provider value={library}>
      <main class={styles.popup}>
        <header class={styles.head}>
          <h1>{i18n.t('extensionName')}</h1>
          {hasPosts && library.state.value !== 'refused' && <ToLibrary count={library.counts.value.all} />}
          <HelpButton />
          <button
            type="button"
            aria-label={i18n.t('popup.options')}
            title={i18n.t('popup.options')}
            onClick={onOptions}
          >
            <Icon name="options" />
          </button>
          <button
            type="button"
            aria-label={i18n.t('popup.panel')}
            title={i18n.t('popup.panel')}
            onClick={onPanel}
          >
            <Icon name="panel" />
          </button>
        </header>
        <About active={active} />
        {hasPosts && (
          <PagePosts
            page={page}
            library={library}
            draft={active.draft.value}
            busy={busy}
            onDraft={active.setDraft}
            onSave={(queue) => void save(queue)}
          />
        )}
        <LibraryList library={library} />
        <Notices library={library} said={said} />
      </main>
    </Tags.Provider>
  );
}

/** What is to be said of the page as a whole. */
function About({ active }: { active: ActivePage }) {
  const found = active.page.value;
  return (
    <>
      {active.state.value === 'no-permission' && <Permission onAsk={() => void active.askPermission()} />}
      {active.state.value === 'unwatched' && <Unwatched onReload={active.reload} />}
      {found && <PageDoubts page={found.page} address={found.address} />}
    </>
  );
}

/** Skips the posts of a long page. */
function ToLibrary({ count }: { count: number }) {
  const go = () => document.querySelector<HTMLElement>('[data-key="/"]')?.focus();
  return (
    <button type="button" onClick={go}>
      {i18n.t('filter.library')} <span class="quiet numbers">{count}</span>
    </button>
  );
}
