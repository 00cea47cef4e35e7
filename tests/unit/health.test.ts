// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { openFileStore } from '../../utils/db/backup/file-store';
import { openSnapshots, type Snapshots } from '../../utils/db/backup/snapshots';
import { openLibrary } from '../../utils/library';
import { openIndexStore } from '../../utils/library/index-store';
import { openHealth } from '../../utils/library/recovery/health';
import { aPost, aRepository, aSafety } from './a-library';

/** Snapshots whose list is returned only once the test releases it. */
function slow(snapshots: Snapshots) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const list = () => promise.then(() => snapshots.list());
  return { snapshots: { ...snapshots, list }, go: resolve };
}

describe('the health of a library', () => {
  it('shows a check, even if it ends before a list that was requested earlier', async () => {
    const repository = aRepository();
    const { name, entries } = repository;
    await entries.save([aPost(1)]);
    const { snapshots, go } = slow(openSnapshots(undefined, name));
    const library = openLibrary({
      entries,
      onChange: () => {},
      signal: new AbortController().signal,
      safety: aSafety(repository),
      indexStore: openIndexStore(openFileStore(name)),
    });
    const health = openHealth({ db: entries, library, snapshots, now: () => 7 });
    const looking = health.look();
    const checking = health.check();
    // Long enough for a check that does not wait for the list.
    for (let n = 0; n < 5; n++) await entries.check();
    go();
    await Promise.all([looking, checking]);
    expect(health.checked.value).toEqual({ at: 7, findings: { rows: 1, faults: {} } });
    await health.look();
    expect(health.storage.value?.entries).toBe(1);
    expect(health.checked.value?.at).toBe(7);
  });
});
