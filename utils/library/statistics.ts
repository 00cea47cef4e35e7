import type { ReadonlySignal } from '@preact/signals';
import { yieldToMain } from '../runtime/yield-to-main';
import type { SearchIndex } from '../search/index/search-index';
import type { Library } from './model';

/** The figures of a library, counted when they are asked for. */
export function openStatistics(known: ReadonlySignal<{ index?: SearchIndex }>): Pick<Library, 'statistics'> {
  return {
    async statistics() {
      const { index } = known.value;
      // Loaded when it is asked for, as most openings ask for none.
      const { statisticsOf } = await import('../search/statistics/statistics');
      return index && statisticsOf(index, Date.now(), yieldToMain);
    },
  };
}
