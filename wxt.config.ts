import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** The only hosts the extension may see or touch. */
const CAIXIN = '*://*.caixin.com/*';

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module', '@wxt-dev/auto-icons'],
  vite: () => ({ plugins: [preact()], build: { target: ['chrome120', 'firefox128'] } }),
  autoIcons: { baseIconPath: 'assets/icon.svg', developmentIndicator: false },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'zh_CN',
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    host_permissions: [CAIXIN],
    incognito: 'not_allowed',
    minimum_chrome_version: '120',
    omnibox: { keyword: 'cx' },
    action: { default_title: '__MSG_extensionName__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+C' } },
      'save-new': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandSaveNew__' },
      'toggle-panel': {
        suggested_key: { default: 'Alt+Shift+Q' },
        description: '__MSG_commandTogglePanel__',
      },
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'caixin-clipper@caixin-clipper.example',
          strict_min_version: '128.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
