import { useCallback, useRef } from 'preact/hooks';
import { range, toggle } from '../../utils/domain/selection';
import type { FilteredModel } from '../../utils/library/models/filtered';

/** Ticks a row of the library, or a range from the last ticked one. */
export function useTicks({
  ticked,
  shown,
}: Pick<FilteredModel, 'ticked' | 'shown'>): (url: string, isRange: boolean) => void {
  const last = useRef<string | undefined>(undefined);
  return useCallback((url, isRange) => {
    const from = isRange ? last.current : undefined;
    const now = ticked.peek();
    ticked.value = from === undefined ? toggle(now, url) : range(now, [...shown.peek()], from, url);
    last.current = url;
  }, []);
}
