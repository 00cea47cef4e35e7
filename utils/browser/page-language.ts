import { browser } from 'wxt/browser';

/** Tells the document the language of its words: Chinese, unless the browser speaks English. */
export function setPageLanguage(title: string): void {
  const isEnglish = browser.i18n.getUILanguage().toLowerCase().startsWith('en');
  document.documentElement.lang = isEnglish ? 'en' : 'zh-CN';
  document.title = title;
}
