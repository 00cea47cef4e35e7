// @vitest-environment node
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codecs } from '../../../utils/codecs';
import { FIELDS } from '../../../utils/codecs/fields';
import { LIMITS } from '../../../utils/codecs/plain';
import { aLibrary } from './entries';
import { written } from './read-back';

interface Schema {
  $ref?: string;
  const?: unknown;
  type?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  $defs?: Record<string, Schema>;
}

// Cast: the file is our own; a keyword that is missing above makes the test blind, not wrong.
const schema = JSON.parse(readFileSync('docs/file-format.schema.json', 'utf8')) as Schema;
const entry = schema.$defs?.entry;

/** Where a value is not what the schema says: the keywords the schema uses, and no others. */
function* faults(value: unknown, rule: Schema, path: string): Generator<string> {
  if (rule.$ref) return yield* faults(value, schema.$defs?.[rule.$ref.slice('#/$defs/'.length)] ?? {}, path);
  if (rule.const !== undefined && value !== rule.const) yield `${path}: not ${rule.const}`;
  if (rule.type && rule.type !== typeOf(value)) yield `${path}: no ${rule.type}`;
  if (typeof value === 'string') yield* textFaults(value, rule, path);
  if (
    typeof value === 'number' &&
    !(value > (rule.exclusiveMinimum ?? -Infinity) && value < (rule.exclusiveMaximum ?? Infinity))
  )
    yield `${path}: ${value}`;
  if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* faults(item, rule.items ?? {}, `${path}[${index}]`);
  else if (typeof value === 'object' && value !== null) yield* objectFaults(value, rule, path);
}

function* textFaults(text: string, rule: Schema, path: string): Generator<string> {
  if (rule.pattern && !new RegExp(rule.pattern, 'u').test(text))
    yield `${path}: ${text} is not ${rule.pattern}`;
  // A schema counts characters, the limits count UTF-16 units: never more characters than units.
  if ([...text].length > (rule.maxLength ?? Infinity) || text.length < (rule.minLength ?? 0))
    yield `${path}: length ${text.length}`;
}

function* objectFaults(value: object, rule: Schema, path: string): Generator<string> {
  for (const key of rule.required ?? []) if (!Object.hasOwn(value, key)) yield `${path}: no ${key}`;
  for (const [key, item] of Object.entries(value)) {
    const property = rule.properties?.[key];
    if (property) yield* faults(item, property, `${path}.${key}`);
    else yield `${path}: ${key} is not in the schema`;
  }
}

const typeOf = (value: unknown) =>
  Array.isArray(value)
    ? 'array'
    : Number.isInteger(value)
      ? 'integer'
      : value === null
        ? 'null'
        : typeof value;

describe('docs/file-format.schema.json', () => {
  it('has exactly the fields that are written', () => {
    expect(Object.keys(entry?.properties ?? {})).toEqual([...FIELDS]);
    expect(entry?.required).toEqual(['savedAt', 'tags', 'title', 'url']);
  });

  it('has the limits that are read', () => {
    const limits = Object.fromEntries(
      Object.entries(entry?.properties ?? {}).map(([key, rule]) => [key, rule.maxLength]),
    );
    expect(limits).toMatchObject({
      title: LIMITS.title,
      author: LIMITS.name,
      category: LIMITS.name,
      excerpt: LIMITS.excerpt,
      note: LIMITS.note,
      url: LIMITS.address,
    });
  });

  it('every export follows it', async () => {
    const json = codecs.find(({ name }) => name === 'json') ?? expect.fail('json');
    await fc.assert(
      fc.asyncProperty(aLibrary, async (entries) => {
        expect([...faults(JSON.parse(await written(json, entries)), schema, '')]).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('a wrong entry is noticed', () => {
    const wrong = {
      format: 'x',
      version: 1,
      entries: [{ url: 'http://caixin.com', tags: ['a,b'], savedAt: 0, queue: '', extra: 1 }],
    };
    expect([...faults(wrong, schema, '')]).toHaveLength(7);
  });
});
