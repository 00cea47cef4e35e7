import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { keyOf } from './key-of';
import styles from './tabs.module.css';

interface TabsProps<T extends string> {
  label: string;
  tabs: { name: T; title: string; count?: number | undefined }[];
  chosen: T;
  onChoose(name: T): void;
  children: ComponentChildren;
}

/** Tabs with their panel (ARIA tabs): arrows move between them. */
export function Tabs<T extends string>({ label, tabs, chosen, onChoose, children }: TabsProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  const press = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[keyOf(event)];
    if (!step) return;
    event.preventDefault();
    const at = tabs.findIndex((tab) => tab.name === chosen);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    onChoose(next.name);
    list.current?.querySelector<HTMLElement>(`#tab-${next.name}`)?.focus();
  };
  return (
    <>
      <div role="tablist" aria-label={label} class={`one-of ${styles.tabs}`} ref={list} onKeyDown={press}>
        {tabs.map(({ name, title, count }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={name === chosen}
            aria-controls="tab-panel"
            tabIndex={name === chosen ? 0 : -1}
            onClick={() => onChoose(name)}
          >
            {title}
            {count ? <span class="quiet numbers">{count}</span> : null}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${chosen}`}>
        {children}
      </div>
    </>
  );
}
