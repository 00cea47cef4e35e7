import type { ReadonlySignal } from '@preact/signals';
import { yieldToMain } from '../runtime/yield-to-main';
import type { SearchIndex } from '../search/index/search-index';
import type { Library } from './model';

/** The statistics of a library, computed on demand. */
export function openStatistics(known: ReadonlySignal<{ index?: SearchIndex }>): Pick<Library, 'statistics'> {
  return {
    async statistics() {
      const { index } = known.value;
      // Loaded on demand: most openings need none.
      const { statisticsOf } = await import('../search/statistics/statistics');
      return index && statisticsOf(index, Date.now(), yieldToMain);
    },
  };
}
