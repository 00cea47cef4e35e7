import { openJournal } from '../../utils/db/backup/journal';
import { forgetLibrary, openSnapshots } from '../../utils/db/backup/snapshots';
import { connect } from '../../utils/db/connection';
import { openDatabase } from '../../utils/db/open';
import { entriesOf } from '../../utils/db/repository';
import type { Entry, Post } from '../../utils/domain/entry';
import { openSafety } from '../../utils/library/recovery/backups';

/** A name that no test has used: a test that is run again must not find what it left behind. */
export function aName(): string {
  return `test-${crypto.randomUUID()}`;
}

/** A repository over a fresh database, with what it announced. `again` opens a second one on the same database. */
export function aRepository(name = aName(), now = () => 1_700_000_000_000) {
  const announced: string[][] = [];
  const connection = connect((options) => openDatabase({ ...options, name }));
  const journal = openJournal(name);
  const entries = entriesOf(connection, { announce: (urls) => announced.push(urls), now, journal });
  return { name, entries, announced, connection, again: () => aRepository(name, now) };
}

/** A post of an invented blog: number n. */
export function aPost(n: number, more: Partial<Post> = {}): Post {
  return { url: urlOf(n), title: `第${n}篇`, author: '闫加伟', ...more };
}

export function urlOf(n: number): string {
  return `https://yanjiawei.blog.caixin.com/archives/${n}`;
}

export function anEntry(n: number, more: Partial<Entry> = {}): Entry {
  return { ...aPost(n), savedAt: n, tags: [], ...more };
}

/** The safety of a repository, with snapshots beside its database. */
export function aSafety(
  { name, entries }: Pick<ReturnType<typeof aRepository>, 'name' | 'entries'>,
  now?: () => number,
) {
  const snapshots = openSnapshots(now, name);
  const journal = openJournal(name);
  return openSafety({
    db: entries,
    snapshots,
    journal,
    forget: () => forgetLibrary(name),
    ...(now && { now }),
  });
}
