import type { ReadonlySignal } from '@preact/signals';
import type { Entry } from '../../domain/entry';

/** The queue, in reading order. */
export interface QueueModel {
  queue: ReadonlySignal<Entry[]>;
  move(url: string, before?: string): Promise<boolean>;
  /** Marks as read and takes out of the queue. */
  finish(url: string): Promise<boolean>;
  /** Moves to the end of the queue. */
  later(url: string): Promise<boolean>;
}
