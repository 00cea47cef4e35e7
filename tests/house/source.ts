import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'vite';

/** One source file of the product, as the rules of the project look at it. */
export interface Source {
  /** Path from the project's root, with forward slashes. */
  path: string;
  code: string;
  lines: number;
  imports: Import[];
  functions: { name: string; lines: number }[];
  exports: Export[];
}

export interface Export {
  name: string;
  /** Disappears when compiled: an interface or a type. */
  typeOnly: boolean;
}

export interface Import {
  from: string;
  /** Path of the project's own file that is imported; absent for packages. */
  target?: string;
  /** Disappears when compiled: `import type`, or only types. */
  typeOnly: boolean;
}

const FOLDERS = ['entrypoints', 'components', 'utils'];

let known: Source[] | undefined;

/** Every TypeScript file of the product; read once per process, which tests share. */
export function readSources(): Source[] {
  known ??= readAll();
  return known;
}

function readAll(): Source[] {
  const paths = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path.replaceAll('\\', '/')}`,
    ),
  ).filter((path) => /\.tsx?$/.test(path));
  return paths.map((path) => readSource(path, paths));
}

function readSource(path: string, all: string[]): Source {
  const code = readFileSync(path, 'utf8');
  const program: unknown = parseSync(path, code).program;
  const source: Source = {
    path,
    code,
    lines: code.trimEnd().split('\n').length,
    imports: [],
    functions: [],
    exports: [],
  };
  for (const { node, name } of walk(program, '')) {
    const found = importOf(node, path, all);
    if (found) source.imports.push(found);
    source.exports.push(...exportsOf(node));
    if (isFunction(node)) {
      source.functions.push({
        name: name || '(anonymous)',
        lines: code.slice(node.start, node.end).split('\n').length,
      });
    }
  }
  return source;
}

interface SyntaxNode {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

function isNode(value: unknown): value is SyntaxNode {
  return (
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
  );
}

/** Every node of a tree with the nearest name in scope. */
function* walk(value: unknown, name: string): Generator<{ node: SyntaxNode; name: string }> {
  if (Array.isArray(value)) for (const item of value) yield* walk(item, name);
  if (!isNode(value)) return;
  const own = nameOf(value) ?? name;
  yield { node: value, name: own };
  for (const [key, child] of Object.entries(value))
    if (key !== 'loc') yield* walk(child, isFunction(value) ? '' : own);
}

function nameOf(node: SyntaxNode): string | undefined {
  const id = node.id ?? node.key;
  return isNode(id) && typeof id.name === 'string' ? id.name : undefined;
}

function isFunction(node: SyntaxNode): boolean {
  return (
    /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type) && node.body !== null
  );
}

function importOf(node: SyntaxNode, path: string, all: string[]): Import | undefined {
  if (!/^(Import|ExportNamed|ExportAll)(Declaration|Expression)$/.test(node.type)) return undefined;
  const from = isNode(node.source) && typeof node.source.value === 'string' ? node.source.value : undefined;
  if (from === undefined) return undefined;
  const target = from.startsWith('.') ? resolve(path, from, all) : undefined;
  return { from, typeOnly: isTypeOnly(node), ...(target && { target }) };
}

/** What a node exports; a default export has the name `default`. */
function exportsOf(node: SyntaxNode): Export[] {
  if (node.type === 'ExportDefaultDeclaration') return [{ name: 'default', typeOnly: false }];
  if (node.type !== 'ExportNamedDeclaration') return [];
  const typeOnly = node.exportKind === 'type';
  return [...declared(node.declaration), ...listed(node.specifiers, 'exported')].map((name) => ({
    name,
    typeOnly,
  }));
}

/** The names of a declaration: several where one `const` declares several. */
function declared(node: unknown): string[] {
  if (!isNode(node)) return [];
  return node.type === 'VariableDeclaration' ? listed(node.declarations, 'id') : listed([node], 'id');
}

function listed(nodes: unknown, key: string): string[] {
  return (Array.isArray(nodes) ? nodes : []).flatMap((node) => {
    const id = isNode(node) ? node[key] : undefined;
    return isNode(id) && typeof id.name === 'string' ? [id.name] : [];
  });
}

function isTypeOnly(node: SyntaxNode): boolean {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const names = Array.isArray(node.specifiers) ? node.specifiers : [];
  return names.length > 0 && names.every((item) => isNode(item) && item.importKind === 'type');
}

function resolve(path: string, from: string, all: string[]): string {
  const base = normalize(join(dirname(path), from.split('?')[0] ?? from)).replaceAll('\\', '/');
  const tries = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, `${base}/index.tsx`];
  return tries.find((one) => all.includes(one)) ?? base;
}
