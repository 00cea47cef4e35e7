import { parseSync } from 'vite';

/** Names of the global object itself. */
const GLOBAL = /^(globalThis|window|self|document\.defaultView)$/;

/** Type syntax that contains code: everything else that begins with `TS` disappears when compiled. */
const CODE = /^TS(As|Satisfies|NonNull)Expression$/;

interface SyntaxNode {
  type: string;
  start: number;
  computed?: boolean;
  [key: string]: unknown;
}

/** A syntax node, its parent, and its role there. */
interface Spot {
  node: SyntaxNode;
  parent?: SyntaxNode;
  as: string;
}

/**
 * Where code uses what pages on http lack, as `name (line n)`: a name alone, `owner.member`, `const { member } =
 * owner`, and for `Interface#member` any member of that name.
 * @param names as `apisOf` gives them
 */
export function secureOnlyIn(code: string, path: string, names: string[]): string[] {
  const globals = new Set(names.filter((name) => !/[.#]/.test(name)));
  const owned = new Set(names.filter((name) => name.includes('.')));
  const members = new Set(names.filter((name) => name.includes('#')).map((name) => name.replace(/.*#/, '')));
  const spots = [...walk(parseSync(path, code).program)];
  const own = new Set(spots.filter(isDeclared).map(({ node }) => node.name));
  const isMissing = ([owner, member]: Reach) => {
    if (owner === undefined) return globals.has(member) && !own.has(member);
    if (GLOBAL.test(owner)) return globals.has(member);
    return owned.has(`${owner}.${member}`) || members.has(member);
  };
  const found = spots.flatMap((spot) =>
    reachesOf(spot)
      .filter(isMissing)
      .map(([owner, member]) => `${owner ? `${owner}.` : ''}${member} (line ${lineOf(code, spot.node)})`),
  );
  return [...new Set(found)];
}

const lineOf = (code: string, { start }: SyntaxNode) => code.slice(0, start).split('\n').length;

/** The last name of the owner, and the member that is read. */
type Reach = [owner: string | undefined, member: string];

function reachesOf({ node, parent, as }: Spot): Reach[] {
  const { type, object, property, id, init } = node;
  if (type === 'Identifier') return isRead(parent, as) ? [[undefined, String(node.name)]] : [];
  if (type === 'MemberExpression') return reach(object, property);
  if (type !== 'VariableDeclarator' || !isNode(id) || !Array.isArray(id.properties)) return [];
  return id.properties.flatMap((one: unknown) => (isNode(one) ? reach(init, one.key) : []));
}

function reach(owner: unknown, member: unknown): Reach[] {
  const name = nameIn(member);
  return name === undefined ? [] : [[nameIn(owner) ?? '', name]];
}

/** Whether a name is a value, and not a member, a key or a label. */
function isRead(parent: SyntaxNode | undefined, as: string): boolean {
  if (!parent || parent.computed) return true;
  return !(as === 'property' || as === 'label' || (as === 'key' && parent.shorthand !== true));
}

function isDeclared({ node, as }: Spot): boolean {
  return node.type === 'Identifier' && /^(id|params|local|param)$/.test(as);
}

/** The last name of `a`, `a.b` or `'b'`. */
function nameIn(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  if (typeof value.name === 'string') return value.name;
  if (typeof value.value === 'string') return value.value;
  return nameIn(value.property ?? value.expression);
}

function* walk(value: unknown, parent?: SyntaxNode, as = ''): Generator<Spot> {
  if (Array.isArray(value)) for (const item of value) yield* walk(item, parent, as);
  if (!isNode(value) || (value.type.startsWith('TS') && !CODE.test(value.type))) return;
  if (value.importKind === 'type' || value.exportKind === 'type') return;
  yield { node: value, as, ...(parent && { parent }) };
  for (const [key, child] of Object.entries(value)) if (key !== 'loc') yield* walk(child, value, key);
}

function isNode(value: unknown): value is SyntaxNode {
  return (
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
  );
}
