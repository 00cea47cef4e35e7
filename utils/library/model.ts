import type { Statistics } from '../search/statistics/statistics';
import type { ChangeModel } from './models/changes';
import type { FilteredModel } from './models/filtered';
import type { HistoryModel } from './models/history';
import type { LibraryState } from './models/library-state';
import type { LoadedModel } from './models/loaded';
import type { QueueModel } from './models/queue';
import type { TagModel } from './models/tags';
import type { TrashModel } from './models/trash';
import type { ViewModel } from './models/views';
import type { Safety } from './recovery/backups';

/** The live state an extension page shows: signals over the database, and the actions that change it. A surface takes the models it needs. */
export interface Library
  extends LibraryState,
    LoadedModel,
    FilteredModel,
    TagModel,
    QueueModel,
    TrashModel,
    ViewModel,
    ChangeModel,
    HistoryModel {
  /** Snapshots, and restoring a damaged library. */
  safety: Safety;
  /** Statistics; undefined until the search index is ready. */
  statistics(): Promise<Statistics | undefined>;
}
