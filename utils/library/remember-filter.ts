import { effect } from '@preact/signals';
import { readFilter, type Surface, writeFilter } from '../storage/settings';
import type { FilteredModel } from './models/filtered';

/** How long typing must pause before the filter is saved, in milliseconds. */
const CALM = 300;

/** Restores the filter a surface was left with, and saves it from then on. */
export async function rememberFilter(
  { filter }: Pick<FilteredModel, 'filter'>,
  surface: Surface,
  signal: AbortSignal,
): Promise<void> {
  const untouched = filter.peek();
  let last = await readFilter(surface).catch(() => untouched);
  if (filter.peek() === untouched) filter.value = last;
  const save = () => {
    const now = filter.peek();
    if (now !== last) void writeFilter(surface, now).catch(() => {});
    last = now;
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    void filter.value;
    clearTimeout(timer);
    timer = setTimeout(save, CALM);
  });
  // A popup may close at any moment.
  window.addEventListener('pagehide', save, { signal });
  const end = () => {
    stop();
    clearTimeout(timer);
  };
  signal.addEventListener('abort', end, { once: true });
}
