import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLOSED_TO_PAGES, LAYERS, PURE } from './house/layers';
import { overLimit, overShare } from './house/limits';
import { readSources, type Source } from './house/source';

// @vitest-environment node

const sources = readSources();
const byPath = new Map(sources.map((source) => [source.path, source]));

const levelOf = (path: string) => LAYERS.findIndex(({ files }) => files.test(path));
const layerOf = (path: string) => LAYERS[levelOf(path)]?.name;
const imports = sources.flatMap((source) =>
  source.imports.flatMap(({ target }) =>
    target?.match(/\.tsx?$/) ? [{ from: source.path, to: target }] : [],
  ),
);

/** A rule of the project: what breaks it, and what to do about that. */
function expectNone(found: string[], advice: string): void {
  expect(found, `${advice}\n${found.join('\n')}\n`).toEqual([]);
}

describe('imports point down', () => {
  it('every file belongs to a layer', () => {
    expectNone(
      sources.map(({ path }) => path).filter((path) => levelOf(path) < 0),
      'Move these files into a folder that has a layer, or give a new folder its layer in tests/house/layers.ts:',
    );
  });

  it('no file imports from a layer above its own', () => {
    const wrong = imports.filter(({ from, to }) => levelOf(to) > levelOf(from));
    expectNone(
      wrong.map(({ from, to }) => `${from} (${layerOf(from)}) imports ${to} (${layerOf(to)})`),
      'Move what is imported down, or pass it in as an argument from above (layers: tests/house/layers.ts):',
    );
  });

  it('sites, search and codecs import nothing but the domain and the runtime', () => {
    const allowed = ['domain', 'runtime'];
    const wrong = imports.filter(
      ({ from, to }) =>
        PURE.includes(layerOf(from) ?? '') && ![layerOf(from), ...allowed].includes(layerOf(to)),
    );
    expectNone(
      wrong.map(({ from, to }) => `${from} imports ${to}`),
      'Move what both need to utils/domain/, or pass it in as an argument:',
    );
  });

  it('no files import each other in a cycle, types included', () => {
    expectNone(
      findCycle(new Map(sources.map(({ path }) => [path, targetsOf(path)]))),
      'Move what the files of this cycle share to a new file below them:',
    );
  });

  it('the content script never reaches the database, the library, the search or the storage', () => {
    const entry = sources.filter(({ path }) => /^entrypoints\/(caixin\.content|overlay)\//.test(path));
    expect(entry.length).toBeGreaterThan(0);
    const wrong = [...reach(entry)]
      .filter(({ path }) => !CLOSED_TO_PAGES.test(path))
      .flatMap((source) => loadedBy(source).map(({ path }) => ({ from: source.path, to: path })))
      .filter(({ to }) => CLOSED_TO_PAGES.test(to));
    expectNone(
      wrong.map(({ from, to }) => `${from} imports ${to}`),
      'Ask the background instead (utils/messaging/background.ts), or import nothing but types:',
    );
  });

  it('the overlay script takes nothing that has state from the content script but what `Core` passes to it', () => {
    const STATEFUL = /from '\.\.\/caixin\.content\/(?!boxes'|event-types')/;
    const wrong = sources
      .filter(({ path }) => path.startsWith('entrypoints/overlay/'))
      .flatMap(({ path, code }) => code.split('\n').map((line) => `${path}: ${line}`))
      .filter((line) => STATEFUL.test(line) && !line.includes(': import type '));
    expectNone(
      wrong,
      'Import the type only, and take the value from `Core` (entrypoints/caixin.content/core.ts):',
    );
  });

  it('only utils/storage/ uses storage that outlives the browser session', () => {
    const wrong = sources.filter(
      ({ path, code }) => !path.startsWith('utils/storage/') && /storage\s*\.\s*(local|sync)\b/.test(code),
    );
    expectNone(
      wrong.map(({ path }) => path),
      'Use a `storedValue` (utils/storage/stored-value.ts) in these files:',
    );
  });

  it('nothing but the build names the polyfill', () => {
    const wrong = sources.filter((source) =>
      source.imports.some(({ from }) => from.startsWith('webextension-polyfill')),
    );
    expectNone(
      wrong.map(({ path }) => path),
      'Import `browser` from `wxt/browser` in these files:',
    );
  });
});

describe('clocks may be wrong', () => {
  it('only `isDue` decides whether it is time: a moment in the future must not block anything', () => {
    // The frames of an animation are timed by `performance.now`, which never jumps.
    const raw =
      /(?<!performance\.)\b(?:now|Date\.now)(?:\(\))?\s*-\s*[\w.]+\s*[<>]|[<>]=?\s*(?:now|Date\.now)(?:\(\))?\s*-\s/g;
    const wrong = sources
      .filter(({ path }) => path !== 'utils/runtime/due.ts')
      .flatMap(({ path, code }) => [...code.matchAll(raw)].map(([at]) => `${path}: ${at}`));
    expectNone(wrong, 'Use `isDue` or `elapsed` (utils/runtime/due.ts) for these comparisons:');
  });
});

const SPLIT_FILE =
  'Move what has a name and a test of its own to a new file beside it, named for what it holds; what only the\n' +
  'moved part uses goes with it. Parts that call each other stay together.';
const SPLIT_FUNCTION =
  'Move a step that can be named to a function below it: a condition, the body of a loop, a part of the markup.';

describe('files and functions stay small', () => {
  const files = sources.map(({ path, lines }) => ({ name: path, size: lines }));
  const functions = sources.flatMap((source) =>
    source.functions.map(({ name, lines }) => ({ name: `${source.path} ${name}`, size: lines })),
  );
  const exported = sources.map(({ path, exports }) => ({ name: path, size: exports.length }));
  const values = sources.map(({ path, exports }) => ({
    name: path,
    size: exports.filter(({ typeOnly }) => !typeOnly).length,
  }));

  it.each([
    ['no file is over 250 lines', overLimit(files, 250)],
    ['nine of ten files have at most 150 lines', overShare(files, 0.9, 150)],
    ['half of the files have at most 60 lines', overShare(files, 0.5, 60)],
    ['nine of ten files have at most 4 exports, types included', overShare(exported, 0.9, 4)],
    ['half of the files export at most one value', overShare(values, 0.5, 1)],
  ])('%s', (rule, found) => {
    expectNone(found, `${rule[0]?.toUpperCase()}${rule.slice(1)}. ${SPLIT_FILE}`);
  });

  it.each([
    ['no function is over 50 lines', overLimit(functions, 50)],
    ['nine of ten functions have at most 25 lines', overShare(functions, 0.9, 25)],
    ['half of the functions have at most 8 lines', overShare(functions, 0.5, 8)],
  ])('%s', (rule, found) => {
    expectNone(found, `${rule[0]?.toUpperCase()}${rule.slice(1)}. ${SPLIT_FUNCTION}`);
  });
});

describe('styles', () => {
  it('every class that a component names is in its style sheet', () => {
    const missing = sources.flatMap(({ path, code }) =>
      [...code.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)].flatMap(([, name, file = '']) => {
        const css = readFileSync(posix.join(posix.dirname(path), file), 'utf8');
        const used = [...code.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, one]) => one);
        return used
          .filter((one) => !new RegExp(`\\.${one}(?![\\w-])`).test(css))
          .map((one) => `${path} .${one}`);
      }),
    );
    expectNone(missing, 'Define these classes in the style sheet beside the component, or remove them:');
  });
});

describe('both languages are complete', () => {
  const keys = (locale: string) => [...leaves(readFileSync(`locales/${locale}.yml`, 'utf8'))];
  const [chinese, english] = [new Set(keys('zh_CN')), new Set(keys('en'))];

  it('zh_CN and en have the same keys', () => {
    expectNone([...english.difference(chinese)], 'Add to locales/zh_CN.yml, or remove from locales/en.yml:');
    expectNone([...chinese.difference(english)], 'Add to locales/en.yml, or remove from locales/zh_CN.yml:');
  });

  it('no key has a hyphen: Chrome does not load an extension that has one', () => {
    expectNone(
      [...english].filter((key) => key.includes('-')),
      'Rename these keys in both files of locales/, without a hyphen:',
    );
  });
});

describe('documents', () => {
  it('every test that docs/security.md quotes exists', () => {
    const tests = readdirSync('tests', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => readFileSync(`tests/${path}`, 'utf8'))
      .join('\n');
    const quoted = [...readFileSync('docs/security.md', 'utf8').matchAll(/"([^"\n]+)"/g)].map(
      ([, title = '']) => title,
    );
    expect(quoted.length).toBeGreaterThan(30);
    expectNone(
      quoted.filter((title) => !tests.includes(title)),
      'Quote the titles of these tests as they are now in docs/security.md:',
    );
  });
});

function targetsOf(path: string): string[] {
  return imports.filter(({ from }) => from === path).map(({ to }) => to);
}

/** The files of a cycle, in order; none if there is none. */
function findCycle(graph: ReadonlyMap<string, string[]>): string[] {
  const done = new Set<string>();
  const visit = (file: string, way: string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...way, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const cycle = visit(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

/** The files that are loaded with these, themselves included. */
function* reach(entry: Source[], seen = new Set<string>()): Generator<Source> {
  for (const source of entry) {
    if (seen.has(source.path)) continue;
    seen.add(source.path);
    yield source;
    yield* reach(loadedBy(source), seen);
  }
}

/** The files that a file imports, but for those of which it needs only types. */
function loadedBy(source: Source): Source[] {
  return source.imports.filter((one) => !one.typeOnly).flatMap((one) => byPath.get(one.target ?? '') ?? []);
}

/** Dotted names of the values in a locale file: nested maps by two spaces, one value a line. */
function* leaves(yaml: string): Generator<string> {
  const path: string[] = [];
  for (const line of yaml.split('\n')) {
    const match = /^( *)"?([\w-]+)"?:(.*)$/.exec(line);
    if (!match) continue;
    path.length = (match[1] ?? '').length / 2;
    path.push(match[2] ?? '');
    if (match[3]?.trim()) yield path.join('.');
  }
}
