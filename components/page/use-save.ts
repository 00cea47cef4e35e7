import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { splitTags, uniqueTags } from '../../utils/domain/tag';
import type { ActivePage } from '../../utils/library/active-page';
import type { ChangeModel } from '../../utils/library/models/changes';

/** Saves the article of the active page, or what is ticked in its list; returns whether it is running, and in `said` a message. */
export function useSave(library: ChangeModel, active: ActivePage) {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const save = async (queue: boolean) => {
    const draft = active.draft.value;
    const { kind, posts: all = [] } = active.page.value?.page ?? {};
    const posts = all.filter((post) => kind === 'article' || draft.ticked.includes(post.url));
    if (busy || posts.length === 0) return;
    setBusy(true);
    const slow = setTimeout(() => setSaid(i18n.t('page.saving')), 1000);
    const tags = uniqueTags([...draft.tags, ...splitTags(draft.typed)]);
    const result = await library.save(posts, { tags, queue });
    clearTimeout(slow);
    setBusy(false);
    setSaid('');
    if (!result) return;
    const done = new Set(posts.map((post) => post.url));
    active.setDraft({
      ticked: active.draft.value.ticked.filter((url) => !done.has(url)),
      tags: [],
      typed: '',
    });
  };
  return { busy, said, save };
}
