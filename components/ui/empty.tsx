import type { ComponentChildren } from 'preact';
import styles from './empty.module.css';

/** What stands where a list is empty: what to do next. While it is loading it comes only after a moment. */
export function Empty({ isLoading, children }: { isLoading?: boolean; children: ComponentChildren }) {
  return <p class={isLoading ? `${styles.empty} ${styles.loading}` : styles.empty}>{children}</p>;
}
