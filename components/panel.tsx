import { i18n } from '#i18n';
import type { Library } from '../utils/library';
import type { ActivePage } from '../utils/library/active-page';
import type { PanelTab } from '../utils/storage/settings';
import { LibraryList } from './library/library-list';
import { useWanted } from './library/use-wanted';
import { PageDoubts } from './page/page-doubts';
import { PagePosts } from './page/page-posts';
import { Permission, Unwatched } from './page/page-warning';
import { useSave } from './page/use-save';
import styles from './panel.module.css';
import { QueueList } from './queue/queue-list';
import { Empty } from './ui/empty';
import { HelpButton } from './ui/help-button';
import { Notices } from './ui/notices';
import { useShortcuts } from './ui/shortcuts';
import { Tabs } from './ui/tabs';
import { Tags } from './ui/tags-context';

interface PanelProps {
  library: Library;
  active: ActivePage;
  tab: PanelTab;
  onTab(tab: PanelTab): void;
}

/** The side panel: queue, library, the page in the active tab. */
export function Panel({ library, active, tab, onTab }: PanelProps) {
  useShortcuts(library);
  const { busy, said, save } = useSave(library, active);
  const isRefused = library.state.value === 'refused';
  const countOf = (count: number) => (isRefused ? undefined : count);
  const tabs = [
    { name: 'queue' as const, title: i18n.t('panel.queue'), count: countOf(library.queue.value.length) },
    { name: 'library' as const, title: i18n.t('panel.library'), count: countOf(library.counts.value.all) },
    { name: 'page' as const, title: i18n.t('panel.page'), count: active.page.value?.page.posts.length },
  ];
  return (
    <Tags.Provider value={library}>
      <main>
        <Head />
        {active.state.value === 'no-permission' && <Permission onAsk={() => void active.askPermission()} />}
        <Tabs label={i18n.t('extensionName')} tabs={tabs} chosen={tab} onChoose={onTab}>
          {tab === 'queue' && <QueueList library={library} />}
          {tab === 'library' && <LibraryList library={library} />}
          {tab === 'page' && (
            <ThisPage library={library} active={active} busy={busy} onSave={(queue) => void save(queue)} />
          )}
        </Tabs>
        <Notices library={library} said={said} />
      </main>
    </Tags.Provider>
  );
}

/** What else there is, on the page of options. */
function Head() {
  const parts = {
    tags: 'tags.title',
    statistics: 'stats.title',
    export: 'export.title',
    '': 'popup.options',
  } as const;
  return (
    <header class={styles.head}>
      <h1>{i18n.t('extensionName')}</h1>
      <nav>
        {Object.entries(parts).map(([part, title]) => (
          <a key={part} href={`/options.html#${part}`} target="_blank" rel="noreferrer">
            {i18n.t(title)}
          </a>
        ))}
      </nav>
      <HelpButton />
    </header>
  );
}

function ThisPage({
  library,
  active,
  busy,
  onSave,
}: {
  library: Library;
  active: ActivePage;
  busy: boolean;
  onSave(queue: boolean): void;
}) {
  const state = active.page.value;
  useWanted(library, ...(state?.page.posts ?? []).map(({ url }) => url));
  if (active.state.value === 'asking') return <Empty isLoading>{i18n.t('common.loading')}</Empty>;
  if (active.state.value === 'unwatched') return <Unwatched onReload={active.reload} />;
  if (!state) return <Empty>{i18n.t('panel.noPage')}</Empty>;
  const doubts = <PageDoubts page={state.page} address={state.address} />;
  if (state.page.posts.length === 0)
    return (
      <>
        {doubts}
        <Empty>{i18n.t('panel.noPage')}</Empty>
      </>
    );
  return (
    <>
      {doubts}
      <PagePosts
        page={state.page}
        library={library}
        draft={active.draft.value}
        busy={busy}
        onDraft={active.setDraft}
        onSave={onSave}
      />
    </>
  );
}
