import type { Incoming } from '../../db/import-entries';

/** Whether a file says of any of its posts that it waits to be read. */
export function saysWaiting(all: readonly Incoming[]): boolean {
  return all.some(({ shelving }) => shelving.queue !== undefined);
}

/** The posts that are unread: those of which the file says so, else all that are neither read nor archived. */
export function unreadOf(all: readonly Incoming[]): Incoming[] {
  if (saysWaiting(all)) return all.filter(({ shelving }) => shelving.queue !== undefined);
  return all.filter(
    ({ shelving: { readAt, archivedAt } }) => readAt === undefined && archivedAt === undefined,
  );
}

/** The posts with what is unread in the queue, in the order of the file, or with nothing in it. */
export function queueing(all: readonly Incoming[], isWanted: boolean): Incoming[] {
  const unread = new Set(unreadOf(all));
  return all.map((incoming, at) => {
    const { queue, ...shelving } = incoming.shelving;
    const place = queue ?? String(at).padStart(9, '0');
    return {
      ...incoming,
      shelving: isWanted && unread.has(incoming) ? { ...shelving, queue: place } : shelving,
    };
  });
}
