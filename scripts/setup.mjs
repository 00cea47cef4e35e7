/**
 * Prepares what a command needs, and does nothing if that is there: packages as in the lock file, the types that
 * the build writes; with `--browser` a browser for trying the extension, with `--browsers` both browsers of the
 * tests. Runs on Node 18 and newer, before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, utimesSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findBrowsers } from './browsers.mjs';
import { missingPackages, missingTypes, nodePath } from './missing.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The packages of each browser: the browser, its Chinese interface, a Chinese font. */
const DEBIAN = ['chromium', 'chromium-l10n', 'firefox-esr', 'firefox-esr-l10n-zh-cn', 'fonts-noto-cjk'];
const UBUNTU = ['chromium-browser', 'firefox', 'fonts-noto-cjk'];

installPackages();
writeTypes();
if (process.argv.includes('--browsers')) findAll();
else if (process.argv.includes('--browser')) findOne();

function installPackages() {
  if (missingPackages(ROOT).length === 0) return;
  say('Installing packages');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  // If npm itself called this, it has just done so.
  if (process.env.npm_lifecycle_event !== 'prepare') run('npm', ['ci', ...quiet]);
  // An older Node silently skips programs that need a newer one. By now the newer one is there.
  if (missingPackages(ROOT).length > 0) {
    const { npm_execpath: npm = '' } = process.env;
    run(nodePath(ROOT), [npm, 'install', '--no-save', '--ignore-scripts', ...quiet]);
  }
  const [first] = missingPackages(ROOT);
  if (first)
    stop(`npm has installed the packages, and yet ${first} is missing. Are install scripts switched off?`);
}

function writeTypes() {
  if (missingTypes(ROOT).length === 0) return;
  run(nodePath(ROOT), ['node_modules/wxt/bin/wxt.mjs', 'prepare']);
  // Files that have not changed were not written again; they are as current as the rest.
  utimesSync(`${ROOT}.wxt/wxt.d.ts`, new Date(), new Date());
}

/** For trying the extension: any one browser is enough. */
function findOne() {
  const { chromium, firefox } = findBrowsers();
  if (chromium || firefox) return;
  installBrowsers();
  if (!findBrowsers().chromium && !findBrowsers().firefox) stop(whatToInstall('Chromium or Firefox'));
}

/** For the tests: both; if one is missing, the other is tested and a message says so; in CI both are required. */
function findAll() {
  installBrowsers();
  const missing = Object.entries({ Chromium: findBrowsers().chromium, Firefox: findBrowsers().firefox })
    .filter(([, path]) => !path)
    .map(([name]) => name);
  if (missing.length === 0) return;
  const sentence = whatToInstall(missing.join(' and '));
  if (missing.length === 2 || process.env.CI) stop(sentence);
  say(`${sentence} Its tests are skipped.`);
}

/** Installed as packages if possible, if something is missing. */
function installBrowsers() {
  const names = packagesHere();
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  say(`Installing ${missing.join(', ')}`);
  const quiet = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], quiet);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], quiet);
}

/** The packages for this system; none if it is another system, or we may not install. */
function packagesHere() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return [];
  const id = /^ID=(.*)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1]?.replaceAll('"', '');
  return id === 'debian' ? DEBIAN : id === 'ubuntu' ? UBUNTU : [];
}

/** @param {string} name */
function isInstalled(name) {
  const { stdout } = spawnSync('dpkg', ['-s', name], { encoding: 'utf8' });
  return stdout?.includes('install ok installed') ?? false;
}

/** @param {string} browsers */
function whatToInstall(browsers) {
  return `No ${browsers} was found: install it (on Debian: apt-get install chromium firefox-esr fonts-noto-cjk), or name its path in CHROMIUM_PATH or FIREFOX_PATH.`;
}

/**
 * @param {string} command
 * @param {string[]} words
 */
function run(command, words, env = process.env) {
  const shell = process.platform === 'win32';
  const { status, error } = spawnSync(command, words, {
    cwd: ROOT,
    env,
    shell,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) stop(`${command} ${words[0]} failed${error ? `: ${error.message}` : ''}.`);
}

/** @param {string} sentence */
function say(sentence) {
  process.stdout.write(`${sentence}\n`);
}

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
