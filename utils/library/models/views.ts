import type { ReadonlySignal } from '@preact/signals';
import type { View } from '../../storage/saved-views';

/** Saved filters. */
export interface ViewModel {
  /** Saved views, with the number of entries each finds, once counted. */
  views: ReadonlySignal<(View & { count?: number })[]>;
  saveView(view: View): Promise<void>;
  removeView(name: string): Promise<void>;
}
