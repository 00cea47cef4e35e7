import { lazy } from '../ui/lazy';

/** The editor of an entry, loaded when one is opened. */
export const EntryEditor = lazy(() => import('./entry-editor').then((file) => file.EntryEditor));
