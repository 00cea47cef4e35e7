import { createContext } from 'preact';
import type { Library } from '../../utils/library';

/** What names and fields of tags far down in a page ask the library: colours, what to offer, and how names are read. */
export const Tags = createContext<Pick<Library, 'colours' | 'tagHints' | 'collation'> | undefined>(undefined);
