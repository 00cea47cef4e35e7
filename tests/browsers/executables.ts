import { existsSync } from 'node:fs';
import { findBrowsers } from '../../scripts/browsers.mjs';

/** Path of a browser, or a sentence that says what to install. */
export function executable(name: 'chromium' | 'firefox'): string {
  const path = findBrowsers()[name];
  if (!path || !existsSync(path)) {
    throw new Error(`No ${name} was found: install it, or name it in ${name.toUpperCase()}_PATH.`);
  }
  return path;
}
