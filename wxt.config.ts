import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { minify } from 'terser';
import type { PluginOption } from 'vite';
import { defineConfig } from 'wxt';
import { noMarkup } from './scripts/no-markup-plugin.ts';
import { Notices } from './scripts/notices.ts';
import { readings } from './scripts/readings-plugin.ts';

/**
 * What an extension page may load: its own files and drawings inside its styles. It speaks to no host at all. Left out
 * while developing, where pages load from the development server.
 */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  // Where the browser has Trusted Types no text can become markup or code, and nobody may make an exception.
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** The only hosts the extension may see or touch. */
const CAIXIN = '*://*.caixin.com/*';

const notices = new Notices();

/** What the bundler's own minifier leaves is a fortieth more than it takes. */
const smaller: PluginOption = {
  name: 'smaller',
  async generateBundle({ format }, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const { code } = await minify(chunk.code, {
        module: format === 'es',
        compress: { passes: 3, ecma: 2020 },
      });
      if (code) chunk.code = code;
    }
  },
};

/** What popup and panel load at their start stays in one file: parts that are loaded later would split it. */
const together: PluginOption = {
  name: 'together',
  outputOptions(options) {
    let atStart: Set<string>[] | undefined;
    const name = (id: string, graph: Graph) => {
      atStart ??= [reached('popup', graph), reached('sidepanel', graph)];
      return atStart.every((ids) => ids.has(id)) ? 'surface' : null;
    };
    // Only the build of our pages has parts at all.
    if (options.codeSplitting === undefined) options.codeSplitting = { groups: [{ name }] };
  },
};

interface Graph {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/** The modules that a page imports, but for those it loads later. */
function reached(page: string, graph: Graph): Set<string> {
  const ids = new Set([resolve(`entrypoints/${page}/main.tsx`)]);
  for (const id of ids) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) ids.add(next);
  return ids;
}

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module', '@wxt-dev/auto-icons'],
  vite: () => ({
    plugins: [preact(), readings(), noMarkup(), notices.plugin(), together],
    build: { target: ['chrome128', 'firefox142'] },
  }),
  autoIcons: { baseIconPath: 'assets/icon.svg', developmentIndicator: false },
  hooks: {
    'config:resolved'({ config }) {
      // `imports: false` alone goes on guessing: it took a name in a pattern for WXT's storage, and shipped that.
      Object.assign(config.imports, { autoImport: false });
    },
    'build:before'({ config }) {
      // Where this was started from (a test, a shell) must not decide whether JSX is compiled with its line numbers.
      process.env.NODE_ENV = config.mode;
    },
    'build:done': ({ config }) => notices.write(config.outDir),
    'vite:build:extendConfig'(entrypoints, config) {
      // What runs in pages is held to its size. What it asks of the browser (messages, storage, words) both browsers give
      // as promises by themselves: it goes without the polyfill, and has what it takes of WXT's modules in a smaller form.
      const isContentScript = entrypoints.every(
        ({ type, name }) => type === 'content-script' || name === 'overlay',
      );
      if (process.env.NODE_ENV !== 'development') config.plugins?.push(smaller);
      const alias = config.resolve?.alias;
      if (isContentScript && alias && !Array.isArray(alias)) {
        const own = (name: string) =>
          fileURLToPath(new URL(`entrypoints/caixin.content/${name}.ts`, import.meta.url));
        Object.assign(alias, {
          'wxt/browser': fileURLToPath(import.meta.resolve('wxt/browser')),
          // Its own lifetime (`lifetime.ts`) cannot be ended by an event of the page, and is a tenth of WXT's.
          'wxt/utils/content-script-context': own('no-context'),
          '@wxt-dev/i18n': own('words'),
        });
      }
    },
    'build:manifestGenerated'(_wxt, manifest) {
      // After the content script, whether that one lives or not: `entrypoints/alive.ts`.
      for (const { js } of manifest.content_scripts ?? []) js?.push('alive.js');
      // Pages have one title in their HTML; what the browser shows is in the reader's language.
      const name = '__MSG_extensionName__';
      if (manifest.action) manifest.action.default_title = name;
      // Firefox would open the sidebar by itself after the installation.
      if (manifest.sidebar_action)
        Object.assign(manifest.sidebar_action, { default_title: name, open_at_install: false });
    },
  },
  manifest: ({ browser, command }) => ({
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
    // Asked for when the reader imports the browser's own bookmarks, and not before.
    optional_permissions: ['bookmarks'],
    incognito: 'not_allowed',
    omnibox: { keyword: 'cx' },
    action: {
      ...(browser === 'firefox' && { default_area: 'navbar' as const }),
    },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+C' } },
      'save-new': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandSaveNew__' },
      'toggle-panel': {
        suggested_key: { default: 'Alt+Shift+Q' },
        description: '__MSG_commandTogglePanel__',
      },
    },
    ...(command === 'build' && { content_security_policy: { extension_pages: POLICY } }),
    ...(browser !== 'firefox' && { minimum_chrome_version: '128' }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          // For good: a reader's library belongs to it.
          id: '{4a06ab1c-4928-4266-a4a6-3445892fffe3}',
          // The first that knows `data_collection_permissions`, on Android too.
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
