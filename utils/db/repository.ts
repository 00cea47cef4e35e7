import { writers } from './commands';
import type { Connection } from './connection';
import type { Entries, EntriesOptions } from './entries';
import { readers } from './queries';

/** The repository over a connection. Every failure is an `AppError`, and then nothing was changed. */
export function entriesOf(connection: Connection, options: EntriesOptions): Entries {
  return { ...readers(connection), ...writers(connection, options) };
}
