import { useEffect } from 'preact/hooks';
import type { Library } from '../../utils/library';

/** While this is in sight, the entries of these addresses are loaded. */
export function useWanted(library: Pick<Library, 'want'>, ...urls: string[]): void {
  useEffect(() => library.want(urls), [urls.join('\n')]);
}
