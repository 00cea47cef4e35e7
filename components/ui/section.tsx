import type { ComponentChildren } from 'preact';
import styles from '../options/options.module.css';

/** A section of the options page: its title at the side, its content beside it. */
export function Part({ id, title, children }: { id?: string; title: string; children: ComponentChildren }) {
  return (
    <section class={styles.part} {...(id && { id })} aria-label={title}>
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  );
}
