import { availableParallelism } from 'node:os';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { findBrowsers } from './scripts/browsers.mjs';
import { readings } from './scripts/readings-plugin.ts';

const SLOW = 'tests/unit/**/*.slow.test.ts';

const unit = (name: string, environment: string, files: { include: string[]; exclude?: string[] }) => ({
  plugins: [WxtVitest(), preact(), readings()],
  test: {
    name,
    ...files,
    // Random checks take their time where other work goes on beside them.
    testTimeout: 60_000,
    environment,
    // Each test makes what it needs anew; a worker for each file would cost more than the tests.
    isolate: false,
    setupFiles: ['tests/unit/setup.ts'],
  },
});

export default defineConfig({
  test: {
    // On two cores both; by default one would be left to the main thread, which does little.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      // A simulated page costs as much as many tests: those that need one begin with `@vitest-environment happy-dom`.
      unit('unit', 'node', {
        include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/architecture.test.ts'],
        exclude: [SLOW],
      }),
      // What takes seconds: huge files, thousands of random cases.
      unit('slow', 'happy-dom', { include: [SLOW] }),
      {
        test: {
          name: 'shipped',
          globalSetup: ['tests/browsers/pack-chrome.ts', 'tests/browsers/pack-firefox.ts'],
          include: ['tests/shipped/**/*.test.ts'],
          testTimeout: 240_000,
        },
      },
      // A browser that is not installed is not tested; `scripts/setup.mjs` has said so, and CI has both.
      ...Object.keys(findBrowsers()).map((name) => ({
        test: {
          name,
          globalSetup: [`tests/browsers/pack-${name === 'chromium' ? 'chrome' : name}.ts`],
          include: [`tests/${name}/**/*.test.ts`],
          fileParallelism: false,
          // A driver presses sooner than a reader could, and what moved just before is refused: tried again.
          retry: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      })),
    ],
  },
});
