import { browser } from 'wxt/browser';

/** Sets the language and title of the document: Chinese, unless the browser is in English. */
export function setPageLanguage(title: string): void {
  const isEnglish = browser.i18n.getUILanguage().toLowerCase().startsWith('en');
  document.documentElement.lang = isEnglish ? 'en' : 'zh-CN';
  document.title = title;
}
