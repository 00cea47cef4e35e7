import { useEffect } from 'preact/hooks';
import type { Library } from '../../utils/library';

/** Loads the entries of these addresses while the component is shown. */
export function useWanted(library: Pick<Library, 'want'>, ...urls: string[]): void {
  useEffect(() => library.want(urls), [urls.join('\n')]);
}
