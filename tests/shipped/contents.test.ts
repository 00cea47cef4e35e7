import { homedir, tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { filesOf, zipOf } from '../../scripts/package';
import { TARGETS, textsOf } from './packages';

/** All files except those that the bundler names. */
const EXPECTED = [
  ...['16', '32', '48', '128'].map((size) => `icons/${size}.png`),
  ...['en', 'zh_CN'].map((locale) => `_locales/${locale}/messages.json`),
  ...['options', 'popup', 'sidepanel'].map((page) => `${page}.html`),
  'alive.js',
  'background.js',
  'content-scripts/caixin.js',
  'manifest.json',
  'overlay.js',
  'third-party-notices.txt',
  'wake.js',
];

/** Named by the bundler, after their contents. */
const NAMED = /^(chunks\/[\w-]+-[\w-]{8}\.js|assets\/[\w-]+-[\w-]{8}\.css)$/;

/** Traces of builds for development or tests, and of the machine. */
const TRACES: Record<string, RegExp> = {
  'a line of the sources': /\b(lineNumber|columnNumber|_jsxFileName)\b|fileName:\s*["'`]/,
  'a component of the sources': /jsxDEV|jsx-dev-runtime|__REACT_DEVTOOLS|PREACT_DEVTOOLS|prefresh/i,
  'a map of the sources': /source(Mapping)?URL/,
  'a file of the sources': /[\w-]\.tsx?\b(?!\w)/,
  'a path of a machine': /node_modules|file:\/\/|\/(home|Users|root|tmp|work)\/|[A-Z]:\\\\\w/,
  'the machine it was built on': new RegExp(
    [process.cwd(), `${homedir()}/`, `${tmpdir()}/`].map(plain).join('|'),
  ),
  'a server for developers': /localhost|127\.0\.0\.1|\[::1\]|\bwss?:\/\/|import\.meta\.hot/,
  'a switch of a build': /process\.env|NODE_ENV|["'`]development["'`]/,
  'a hook for tests': /data-test|vitest|playwright|puppeteer|navigator\.webdriver|__test/i,
  'text made code': /\beval\(|\bnew Function\b|\bFunction\(["'`]/,
  'text made markup':
    /\.(inner|outer)HTML\s*=(?!=)|insertAdjacentHTML|document\.write|createContextualFragment/,
  debugger: /\bdebugger\b|console\.(log|trace|time)\b/,
};

/** Names that only look like addresses, and messages of the build tool to developers. */
const ADDRESSES = [
  /^http:\/\/www\.w3\.org\/(1999\/xhtml|2000\/svg|1998\/Math\/MathML)$/,
  /^https:\/\/wxt\.dev\//,
  /^https:\/\/github\.com\/wxt-dev\//,
];

describe.each(TARGETS)('the %s package', (target) => {
  it('contains the files that are meant to ship and no other', () => {
    const names = [...filesOf(zipOf(target)).keys()];
    expect(names.filter((name) => !NAMED.test(name)).sort()).toEqual([...EXPECTED].sort());
    // Every file that the bundler named is used by another file.
    const texts = textsOf(target);
    const isAsked = (file: string) =>
      texts.some(([name, text]) => name !== file && text.includes(file.replace(/^.*\//, '')));
    expect(names.filter((name) => NAMED.test(name) && !isAsked(name))).toEqual([]);
  });

  it.each(Object.entries(TRACES))('contains no trace of %s', (_name, trace) => {
    const found = scripts(target).flatMap(([name, text]) => {
      const at = text.search(trace);
      return at < 0 ? [] : [`${name}: ${text.slice(Math.max(0, at - 40), at + 60)}`];
    });
    expect(found).toEqual([]);
  });

  it('contains no address but those of formats', () => {
    const found = scripts(target).flatMap(
      ([, text]) => text.match(/\b(https?|ftp):\/\/[a-zA-Z0-9][^\s"'`\\)<]*/g) ?? [],
    );
    expect([...new Set(found)].filter((one) => !ADDRESSES.some((known) => known.test(one)))).toEqual([]);
  });
});

/** All files except the notices, which are prose with addresses. */
function scripts(target: (typeof TARGETS)[number]) {
  return textsOf(target).filter(([name]) => !name.endsWith('.txt'));
}

function plain(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
