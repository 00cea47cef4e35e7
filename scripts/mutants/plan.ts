import { mkdirSync, readdirSync, rmSync } from 'node:fs';

/** Where a run keeps what the tests' processes and the one that leads them tell each other. */
export const FOLDER = '.output/mutants';

/** What the tests of one file are run for. */
export type Plan =
  /** To learn which mutants each test reaches. */
  | { kind: 'cover' }
  /** To run each test once for every mutant that is switched on in it. */
  | { kind: 'switch'; tests: Record<string, TestPlan> }
  /** To load the file anew for each mutant, and at last without any; with these tests and how long they take. */
  | { kind: 'load'; mutants: string[]; tests: Record<string, number> };

export interface TestPlan {
  /** How long it takes without a mutant, in milliseconds. */
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

/** One line of what the tests' processes write down while they work. */
export type Line =
  | { file: string; test: string; is: 'finished' }
  | { file: string; is: 'done' }
  | { file: string; mutant: string; is: 'killed' | 'timeout'; by: string }
  /** After this mutant the test fails without any: what runs on in the same process is worth nothing. */
  | { file: string; mutant: string; is: 'spoilt' }
  /** Loaded once more without a mutant the tests fail: what this process has said of mutants is worth nothing. */
  | { file: string; is: 'worthless' };

/** What a process does now, so that one that never ends can be stopped. */
export interface Beat {
  pid: number;
  file: string;
  mutant: string;
  /** Epoch milliseconds. */
  at: number;
}

/** A file of the run's folder that belongs to a file of tests. */
export function fileFor(kind: 'plan' | 'cover' | 'beat', testFile: string): string {
  return `${FOLDER}/${kind}-${testFile.replace(/^.*?tests\//, '').replaceAll('/', '+')}.json`;
}

/** Takes away what an earlier run has planned. */
export function clean(): void {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of readdirSync(FOLDER)) if (/^(plan|beat)-/.test(name)) rmSync(`${FOLDER}/${name}`);
}

export const LINES = `${FOLDER}/lines.jsonl`;
