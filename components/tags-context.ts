import { createContext } from 'preact';
import type { Library } from '../utils/library';

/** What names and fields of tags far down in a page ask the library: colours, and what to offer. */
export const Tags = createContext<Pick<Library, 'colours' | 'tagHints'> | undefined>(undefined);
