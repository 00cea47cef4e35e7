import { browser } from 'wxt/browser';
import theme from '../../assets/theme.css?inline';
import tagField from '../../components/tag-field/tag-field.css?inline';
import { AppError } from '../../utils/domain/errors';
import type { Caller } from '../../utils/messaging/answer';
import { appearance, styleOf } from '../../utils/storage/appearance';
import overlay from '../overlay/overlay.css?inline';

/**
 * Runs the script of our controls in the document that asks, and returns their style sheet. Only pages with posts get them:
 * most pages have none.
 * @throws when the document has gone meanwhile
 */
export async function runOverlay({ tabId, documentId }: Caller): Promise<string> {
  if (tabId === undefined) throw new AppError('broken', 'refused: no tab');
  await browser.scripting.executeScript({
    // Older versions of Firefox do not identify the document: then it is the page that the tab shows.
    target: { tabId, ...(documentId !== undefined && { documentIds: [documentId] }) },
    injectImmediately: true,
    files: ['/overlay.js'],
  });
  // As the browser is set, where it cannot be read. Sizes of text are those of our own pages.
  const chosen = await appearance.read().catch(() => undefined);
  const style = chosen ? styleOf({ ...chosen, size: 'standard' }) : '';
  return `${theme}${tagField}${overlay}.own{${style}}`;
}
