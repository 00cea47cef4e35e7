import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLOSED_TO_PAGES, LEVELS, PURE } from './house/rooms';
import { readSources, type Source } from './house/source';

// @vitest-environment node

const sources = readSources();
const byPath = new Map(sources.map((source) => [source.path, source]));

const levelOf = (path: string) => LEVELS.findIndex((level) => level.files.test(path));
const roomOf = (path: string) => LEVELS[levelOf(path)]?.room;
const arrows = sources.flatMap((source) =>
  source.imports.flatMap(({ target }) =>
    target?.match(/\.tsx?$/) ? [{ from: source.path, to: target }] : [],
  ),
);

describe('the arrows of the house point down', () => {
  it('every file stands in a room', () => {
    expect(sources.map((source) => source.path).filter((path) => levelOf(path) < 0)).toEqual([]);
  });

  it('no file imports from a room above its own', () => {
    const wrong = arrows.filter(({ from, to }) => levelOf(to) > levelOf(from));
    expect(
      wrong.map(({ from, to }) => `${from} (${roomOf(from)}) must not import ${to} (${roomOf(to)})`),
    ).toEqual([]);
  });

  it('sites, search and codecs import nothing but the domain and the runtime', () => {
    const wrong = arrows.filter(
      ({ from, to }) =>
        PURE.includes(roomOf(from) ?? '') && ![roomOf(from), 'domain', 'runtime'].includes(roomOf(to)),
    );
    expect(wrong.map(({ from, to }) => `${from} must not import ${to}`)).toEqual([]);
  });

  it('no files import each other in a circle, types included', () => {
    const circle = findCircle(new Map(sources.map(({ path }) => [path, targetsOf(path)])));
    expect(circle, 'move what both need into a file below them').toEqual([]);
  });

  it('the content script never reaches the database, the library or the search', () => {
    const entry = sources.filter(({ path }) => /^entrypoints\/(caixin\.content|overlay)\//.test(path));
    expect(entry.length).toBeGreaterThan(0);
    expect([...reach(entry)].filter((path) => CLOSED_TO_PAGES.test(path))).toEqual([]);
  });

  it('the overlay takes nothing that has a state from the content script but what is lent to it', () => {
    const STATEFUL = /from '\.\.\/caixin\.content\/(?!boxes)/;
    const wrong = sources
      .filter(({ path }) => path.startsWith('entrypoints/overlay/'))
      .flatMap(({ path }) =>
        readFileSync(path, 'utf8')
          .split('\n')
          .map((line) => `${path}: ${line}`),
      )
      .filter((line) => STATEFUL.test(line) && !line.includes(': import type '));
    expect(wrong, 'import the type, and take the value from `Core`').toEqual([]);
  });

  it('what is kept is kept through one door: nothing else names the storage that outlives the browser', () => {
    const wrong = sources.filter(
      ({ path }) =>
        !path.startsWith('utils/storage/') &&
        /storage\s*\.\s*(local|sync)\b/.test(readFileSync(path, 'utf8')),
    );
    expect(wrong.map((source) => source.path)).toEqual([]);
  });

  it('nothing but the build names the polyfill', () => {
    const wrong = sources.filter(({ imports }) =>
      imports.some((one) => one.from.startsWith('webextension-polyfill')),
    );
    expect(wrong.map((source) => source.path)).toEqual([]);
  });
});

describe('clocks may be wrong', () => {
  it('whether time has come is asked of `isDue` alone: a moment that lies ahead must not stand in the way', () => {
    const raw = /(?<!performance\.)\b(?:now(?:\(\))?|Date\.now\(\)) - [\w.]+ *(?:[<>]=?) *\S+/g;
    const wrong = sources
      .filter(({ path }) => path !== 'utils/runtime/due.ts')
      .flatMap(({ path }) => [...readFileSync(path, 'utf8').matchAll(raw)].map(([at]) => `${path}: ${at}`));
    expect(wrong).toEqual([]);
  });
});

describe('rooms stay small', () => {
  const files = sources.map((source) => source.lines);
  const functions = sources.flatMap((source) =>
    source.functions.map((one) => ({ ...one, path: source.path })),
  );

  it('no file is over 250 lines, nine of ten are at most 150, half are at most 60', () => {
    expect(
      sources.filter((source) => source.lines > 250).map(({ path, lines }) => `${path}: ${lines}`),
    ).toEqual([]);
    expect(quantile(files, 0.9)).toBeLessThanOrEqual(150);
    expect(quantile(files, 0.5)).toBeLessThanOrEqual(60);
  });

  it('no function is over 50 lines, nine of ten are at most 25, half are at most 8', () => {
    const long = functions.filter((one) => one.lines > 50);
    expect(long.map(({ path, name, lines }) => `${path} ${name}: ${lines}`)).toEqual([]);
    const lengths = functions.map((one) => one.lines);
    expect(quantile(lengths, 0.9)).toBeLessThanOrEqual(25);
    expect(quantile(lengths, 0.5)).toBeLessThanOrEqual(8);
  });
});

describe('both languages are complete', () => {
  const keys = (locale: string) => [...leaves(readFileSync(`locales/${locale}.yml`, 'utf8'))].sort();

  it('zh_CN and en have the same keys', () => {
    expect(keys('en')).toEqual(keys('zh_CN'));
  });

  it('no key has a hyphen: Chrome does not load an extension that has one', () => {
    expect(keys('en').filter((key) => key.includes('-'))).toEqual([]);
  });
});

function targetsOf(path: string): string[] {
  return arrows.filter(({ from }) => from === path).map(({ to }) => to);
}

/** The files of a circle, in order; none where there is none. */
function findCircle(graph: ReadonlyMap<string, string[]>): string[] {
  const done = new Set<string>();
  const visit = (file: string, way: string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next, [...way, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

function* reach(entry: Source[], seen = new Set<string>()): Generator<string> {
  for (const source of entry) {
    if (seen.has(source.path)) continue;
    seen.add(source.path);
    yield source.path;
    const next = source.imports
      .filter((one) => !one.typeOnly)
      .flatMap((one) => byPath.get(one.target ?? '') ?? []);
    yield* reach(next, seen);
  }
}

function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
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
