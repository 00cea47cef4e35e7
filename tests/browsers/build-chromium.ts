import { build } from 'wxt';

/** Builds what the tests in this browser drive, once before they run. */
export async function setup(): Promise<void> {
  await build({ browser: 'chrome' });
}
