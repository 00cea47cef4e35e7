/**
 * Asks the browser once to keep the data when the disk runs low (Storage Standard, `persist()`). Chrome decides by
 * itself, Firefox asks the reader; after a refusal the options page can ask again.
 */
export async function askToPersist(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return false;
  }
}
