import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const env = process.env;
const programs = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);

/** Scrolls through the list with the wheel, fast, back and forth. */
const CHROMIUM = [
  env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/bin/microsoft-edge',
  '/usr/bin/brave-browser',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Brave Browser.app/Contents/MacOS/Brave Browser',
  join(homedir(), 'Applications/Chromium.app/Contents/MacOS/Chromium'),
  ...programs.flatMap((at) => [
    join(at, 'Chromium/Application/chrome.exe'),
    join(at, 'Microsoft/Edge/Application/msedge.exe'),
    join(at, 'BraveSoftware/Brave-Browser/Application/brave.exe'),
  ]),
];

const FIREFOX = [
  env.FIREFOX_PATH,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  ...programs.map((at) => join(at, 'Mozilla Firefox/firefox.exe')),
];

/**
 * The browsers on this machine: those named in CHROMIUM_PATH and FIREFOX_PATH, else those in their usual places.
 * @returns {{ chromium?: string, firefox?: string }}
 */
export function findBrowsers() {
  const found = Object.entries({ chromium: first(CHROMIUM), firefox: first(FIREFOX) });
  return Object.fromEntries(found.filter(([, path]) => path));
}

/** @param {(string | undefined)[]} paths */
function first(paths) {
  return paths.find((path) => path && existsSync(path));
}
