import { defineUnlistedScript } from '#imports';
import type { Shared } from './caixin.content/core';

/** The used part of the extension API; Firefox calls it `browser`. */
interface Api {
  runtime: { sendMessage(message: object): Promise<unknown> };
}

/**
 * Runs in each page right after the content script, and reports if that one failed to start. It imports nothing that could
 * fail with it, and sends nothing if all is well.
 */
export default defineUnlistedScript(() => {
  const here = globalThis as unknown as Shared & { browser?: Api; chrome: Api };
  if (here.endClipper) return;
  const tell = () => {
    const { runtime } = here.browser ?? here.chrome;
    // The extension was updated or removed meanwhile.
    runtime.sendMessage({ to: 'background', call: 'unwatched', args: [] }).catch(() => {});
  };
  // A prerendered page is not yet the one its tab shows. Only Chromium has such pages.
  const { prerendering } = document as { prerendering?: boolean };
  if (prerendering) document.addEventListener('prerenderingchange', tell, { once: true });
  else tell();
});
