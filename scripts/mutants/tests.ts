import { relative, resolve } from 'node:path';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { createVitest, type TestSpecification, type Vitest } from 'vitest/node';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { readings } from '../readings-plugin.ts';

/**
 * Left out: files of a hundred megabytes, a hundred thousand entries, pages that are not available everywhere. They
 * test sizes and speed, or what the others test too.
 */
const LEFT_OUT = [
  'tests/unit/codecs/hostile-files.slow.test.ts',
  'tests/unit/recall.slow.test.ts',
  'tests/unit/captures.test.ts',
];

/** The unit tests, run over other sources than those in the files. */
export class UnitTests {
  private constructor(
    private readonly vitest: Vitest,
    private readonly all: TestSpecification[],
  ) {}

  /** @param code what is to be read instead of files, by path from the project's root */
  static async open(code: ReadonlyMap<string, string>, workers: number): Promise<UnitTests> {
    const options = {
      config: false as const,
      watch: false,
      include: ['tests/unit/**/*.test.{ts,tsx}'],
      exclude: LEFT_OUT,
      environment: 'happy-dom',
      runner: './scripts/mutants/runner.ts',
      setupFiles: ['tests/unit/setup.ts', 'scripts/mutants/seed.ts'],
      pool: 'forks' as const,
      maxWorkers: workers,
      reporters: [{}],
      onConsoleLog: () => false as const,
      // Kept by what stands in the files: the switches of an earlier run, under other numbers.
      fsModuleCache: false,
      // What a mutant leaves running may fail whenever it likes.
      dangerouslyIgnoreUnhandledErrors: true,
      testTimeout: 4000,
      diff: { maxDepth: 1, truncateThreshold: 100 },
    };
    const plugins = [inPlaceOf(code), WxtVitest(), preact(), readings()];
    const vitest = await createVitest('test', options, { plugins, logLevel: 'silent' });
    return new UnitTests(vitest, await vitest.globTestSpecifications());
  }

  /** Paths of all files of tests, from the project's root. */
  files(): string[] {
    return this.all.map(fileOf);
  }

  /** Runs these test files, each in a process of its own. */
  async run(files: string[]): Promise<void> {
    const wanted = new Map(files.map((file, place) => [file, place]));
    const chosen = this.all
      .filter((one) => wanted.has(fileOf(one)))
      .sort((a, b) => (wanted.get(fileOf(a)) ?? 0) - (wanted.get(fileOf(b)) ?? 0));
    await this.vitest.runTestSpecifications(chosen);
    this.vitest.state.filesMap.clear();
    process.exitCode = 0;
  }

  close(): Promise<void> {
    return this.vitest.close();
  }
}

function fileOf({ moduleId }: TestSpecification): string {
  return relative(process.cwd(), moduleId).replaceAll('\\', '/');
}

/** Provides the sources with the mutants in them; tests that read a source as text get the original. */
function inPlaceOf(code: ReadonlyMap<string, string>): Plugin {
  const files = new Map([...code].map(([path, text]) => [resolve(path).replaceAll('\\', '/'), text]));
  return {
    name: 'mutants',
    enforce: 'pre',
    load: (id) => files.get(id) ?? null,
  };
}
