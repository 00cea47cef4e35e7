import { mkdirSync, readdirSync, rmSync } from 'node:fs';

/** By mutant: its result, and the tests it was tried with, by file. */
export const FOLDER = '.output/mutants';

/**
 * Results of earlier runs. A killed mutant stays killed while its source and the tests that killed it are
 * unchanged; another is tried with tests that are new or changed since.
 */
export type Plan =
  /** The mutants that must be tried, with what is known of them. */
  | { kind: 'cover' }
  /** The folder through which a run and its test processes communicate. */
  | { kind: 'switch'; tests: Record<string, TestPlan> }
  /** Why the tests of one file are run. */
  | { kind: 'load'; mutants: string[]; tests: Record<string, number> };

export interface TestPlan {
  /** To record which mutants each test reaches. */
  ms: number;
  trials: Trial[];
}

export interface Trial {
  mutant: string;
  /** How often it may be reached before that counts as an endless loop. */
  most: number;
}

/** What the tests of one file reach. */
export interface Cover {
  file: string;
  /** Reached while the file is loaded, outside any test. */
  loaded: string[];
  /** By id of the test: how long it takes in milliseconds, and how often it reaches each mutant. */
  tests: Record<string, { name: string; ms: number; hits: Record<string, number> }>;
}

/** One line of what the test processes record while they work. */
export type Line =
  | { file: string; test: string; is: 'finished' }
  | { file: string; is: 'done' }
  | { file: string; mutant: string; is: 'killed' | 'timeout'; by: string }
  /** After this mutant the test fails without any mutant: later results of this process do not count. */
  | { file: string; mutant: string; is: 'spoilt' }
  /** Loaded once more without a mutant, the tests fail: the results of this process do not count. */
  | { file: string; is: 'worthless' };

/** What a process is doing now, so that one that never ends can be stopped. */
export interface Beat {
  pid: number;
  file: string;
  mutant: string;
  /** Epoch milliseconds. */
  at: number;
}

/** A file in the run's folder that belongs to a test file. */
export function fileFor(kind: 'plan' | 'cover' | 'beat', testFile: string): string {
  return `${FOLDER}/${kind}-${testFile.replace(/^.*?tests\//, '').replaceAll('/', '+')}.json`;
}

/** Deletes what an earlier run has planned. */
export function clean(): void {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of readdirSync(FOLDER)) if (/^(plan|beat)-/.test(name)) rmSync(`${FOLDER}/${name}`);
}

export const LINES = `${FOLDER}/lines.jsonl`;
