import { createContext } from 'preact';
import type { Library } from '../../utils/library';

/** What tag names and tag fields deep in a page need from the library. */
export const Tags = createContext<Pick<Library, 'colours' | 'tagHints' | 'collation'> | undefined>(undefined);
