import type { Page } from 'playwright-core';
import type { Entry } from '../../utils/domain/entry';

/** Entries sent to the page at a time. */
const PART = 5000;

/** Puts entries straight into the library's database, from a page of the extension that has opened it. */
export async function fill(page: Page, entries: Entry[]): Promise<void> {
  for (let at = 0; at < entries.length; at += PART) {
    await page.evaluate(putAll, JSON.stringify(entries.slice(at, at + PART)));
  }
}

async function putAll(json: string): Promise<void> {
  const { promise: opened, resolve } = Promise.withResolvers<IDBDatabase>();
  const request = indexedDB.open('caixin-clipper');
  request.onsuccess = () => resolve(request.result);
  const db = await opened;
  const { promise: done, resolve: end, reject } = Promise.withResolvers<void>();
  const tx = db.transaction('entries', 'readwrite');
  for (const entry of JSON.parse(json)) tx.objectStore('entries').put(entry);
  tx.oncomplete = () => end();
  tx.onerror = () => reject(tx.error);
  await done;
  db.close();
}
