import type { ReadonlySignal } from '@preact/signals';
import { breathe } from '../runtime/yield-to-main';
import type { Catalogue } from '../search/index/search-index';
import type { Library } from './model';

/** The figures of a library, counted when they are asked for. */
export function openStatistics(
  known: ReadonlySignal<{ catalogue?: Catalogue }>,
): Pick<Library, 'statistics'> {
  return {
    async statistics() {
      const { catalogue } = known.value;
      // Loaded when it is asked for, as most openings ask for none.
      const { statisticsOf } = await import('../search/statistics/statistics');
      return catalogue && statisticsOf(catalogue, Date.now(), breathe);
    },
  };
}
