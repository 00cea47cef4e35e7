import { i18n } from '#i18n';
import type { ActivePage } from '../utils/active-page';
import type { Library } from '../utils/library';
import type { PanelTab } from '../utils/settings';
import { Empty } from './empty';
import { KeyDialog } from './keys';
import { LibraryList } from './library-list';
import { Notices } from './notices';
import { PagePosts } from './page-posts';
import { Permission } from './permission';
import { QueueList } from './queue-list';
import { useShortcuts } from './shortcuts';
import { Tabs } from './tabs';
import { Tags } from './tags-context';
import { Unwatched } from './unwatched';
import { useSave } from './use-save';
import { useWanted } from './use-wanted';

export interface PanelProps {
  library: Library;
  active: ActivePage;
  tab: PanelTab;
  onTab(tab: PanelTab): void;
}

/** The side panel: queue, library, the page in the active tab. */
export function Panel({ library, active, tab, onTab }: PanelProps) {
  useShortcuts(library);
  const { busy, said, save } = useSave(library, active);
  const tabs = [
    { name: 'queue' as const, title: i18n.t('panel.queue'), count: library.queue.value.length },
    { name: 'library' as const, title: i18n.t('panel.library'), count: library.counts.value.all },
    { name: 'page' as const, title: i18n.t('panel.page'), count: active.page.value?.page.posts.length },
  ];
  return (
    <Tags.Provider value={library}>
      <main>
        <h1 class="unseen">{i18n.t('extensionName')}</h1>
        {active.state.value === 'no-permission' && <Permission onAsk={() => void active.askPermission()} />}
        <Tabs label={i18n.t('extensionName')} tabs={tabs} chosen={tab} onChoose={onTab}>
          {tab === 'queue' && <QueueList library={library} />}
          {tab === 'library' && <LibraryList library={library} />}
          {tab === 'page' && (
            <ThisPage library={library} active={active} busy={busy} onSave={(queue) => void save(queue)} />
          )}
        </Tabs>
        <Notices library={library} said={said} />
        <KeyDialog />
      </main>
    </Tags.Provider>
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
  if (!state || state.page.posts.length === 0) return <Empty>{i18n.t('panel.noPage')}</Empty>;
  return (
    <PagePosts
      page={state.page}
      entries={library.entries.value}
      draft={active.draft.value}
      known={library.tags.value}
      busy={busy}
      onDraft={active.setDraft}
      onSave={onSave}
    />
  );
}
