import { type Fold, folder } from './fold';

/** The fold that knows simplified and traditional signs; its table is loaded when it is first asked for. */
export async function loadFold(): Promise<Fold> {
  const { default: table } = await import('opencc-js/dict/TSCharacters');
  return folder(table);
}
