import { browser } from 'wxt/browser';
import { defineContentScript } from '#imports';

export default defineContentScript({
  matches: ['*://*.caixin.com/*'],
  runAt: 'document_idle',
  main() {
    void browser.runtime.id;
  },
});
