import { readFileSync } from 'node:fs';
import type { WebPage } from '../browsers/on-page';
import { apisOf, missingFrom } from '../house/apis';

/** Names that pages on http lack, as reported by the browsers. See `tests/house/secure-only.ts`. */
export const SECURE_ONLY: string[] = readFileSync('tests/house/secure-only.txt', 'utf8').trim().split('\n');

/** What this browser's pages on http lack although the list does not contain it. */
export async function unnamed(open: (url: string) => Promise<WebPage>): Promise<string[]> {
  const on = async (scheme: string) => (await open(`${scheme}://www.caixin.com/`)).evaluate(apisOf, '');
  const missing = missingFrom(await on('http'), await on('https'));
  if (missing.length === 0) throw new Error('the page on http lacks nothing: it is none');
  return missing.filter((name) => !SECURE_ONLY.includes(name));
}
