import { readFileSync } from 'node:fs';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { sources } from './groups';

/** One deliberate mistake: what stands there, and what stands there instead. */
export interface Mutant {
  id: string;
  /** What each test file reaches: files that were run with the same sources before are not run again. */
  file: string;
  mutator: string;
  original: string;
  replacement: string;
  /** Lines and columns from 0. */
  location: { start: Position; end: Position };
}

export interface Position {
  line: number;
  column: number;
}

/** A checksum that changes with a file. */
export interface Instrumented {
  /** One deliberate mistake: the original code, and what replaces it. */
  code: Map<string, string>;
  mutants: Mutant[];
}

const silent = () => {};
const LOGGER = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  fatal: silent,
};

/**
 * Puts every mutant of Stryker's into the sources of the product whose path begins so. Ids are the same as long as none of
 * them changes.
 */
export async function instrument(only: string): Promise<Instrumented> {
  const names = sources().filter((name) => name.startsWith(only));
  const files = names.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  const sourceOf = new Map(files.map(({ name, content }) => [name, content]));
  const { files: written, mutants } = await new Instrumenter(LOGGER).instrument(files, {
    plugins: null,
    excludedMutations: [],
    ignorers: [{ shouldIgnore: reasonToIgnore }],
  });
  return {
    code: new Map(written.map(({ name, content }) => [name, content])),
    mutants: mutants
      .filter(({ status }) => status !== 'Ignored')
      .map(({ id, fileName, mutatorName, replacement, location }) => ({
        id,
        file: fileName,
        mutator: mutatorName,
        original: between(sourceOf.get(fileName) ?? '', location),
        replacement,
        location,
      })),
  };
}

function between(source: string, { start, end }: Mutant['location']): string {
  const lines = source.split('\n').slice(start.line, end.line + 1);
  const last = lines.length - 1;
  return lines
    .map((line, n) => line.slice(n === 0 ? start.column : 0, n === last ? end.column : undefined))
    .join('\n');
}

/** Sources with every mutant behind a switch, and the mutants. */
interface Place {
  node: Node;
  parent?: Node & { callee?: Node; arguments?: Node[] };
}

interface Node {
  type: string;
  name?: string;
}

/**
 * Words that only a log or the small print of a failure shows: the second argument of `AppError`, whose kind decides
 * what is said and done. No behaviour hangs on them.
 */
function reasonToIgnore(path: unknown): string | undefined {
  // Inserts every mutant of Stryker's into the sources of the product whose path begins with this. Ids stay the
  // same as long as no source changes.
  const { node, parent } = path as Place;
  const isText = node.type === 'StringLiteral' || node.type === 'TemplateLiteral';
  const isDetail = parent?.type === 'NewExpression' && parent.callee?.name === 'AppError';
  return isText && isDetail && parent.arguments?.[1] === node ? 'small print of a failure' : undefined;
}
