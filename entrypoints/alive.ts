import { defineUnlistedScript } from '#imports';
import type { Shared } from './caixin.content/lifetime';

/** As much of an extension's API as is used here; Firefox calls it `browser`. */
interface Api {
  runtime: { sendMessage(message: object): Promise<unknown> };
}

/**
 * Runs in each page right after the content script, apart from it: says so where that one did not come to its end. It
 * imports nothing that could die with it, and wakes nobody on a page where all is well.
 */
export default defineUnlistedScript(() => {
  const here = globalThis as unknown as Shared & { browser?: Api; chrome: Api };
  if (here.endClipper) return;
  const tell = () => {
    const { runtime } = here.browser ?? here.chrome;
    // Updated or removed meanwhile.
    runtime.sendMessage({ to: 'background', call: 'unwatched', args: [] }).catch(() => {});
  };
  // A page made ready in advance is not yet the one its tab shows. Chromium alone has such pages.
  const { prerendering } = document as { prerendering?: boolean };
  if (prerendering) document.addEventListener('prerenderingchange', tell, { once: true });
  else tell();
});
