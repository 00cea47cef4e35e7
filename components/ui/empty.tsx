import type { ComponentChildren } from 'preact';
import styles from './empty.module.css';

/** Shown for an empty list: what to do next. While loading it appears only after a moment. */
export function Empty({ isLoading, children }: { isLoading?: boolean; children: ComponentChildren }) {
  return <p class={isLoading ? `${styles.empty} ${styles.loading}` : styles.empty}>{children}</p>;
}
