import { CORE_SCHEMA, load } from 'js-yaml';

/** A reference to another value of the file: none of ours, and a way to make little text large. */
const ANCHOR = /(?:^|[\s[,:])[&*][\w-]/m;

/** What a text of YAML says; undefined where it is none. Dates stay texts: one without a zone is China time. */
export function yamlIn(yaml: string): unknown {
  if (ANCHOR.test(yaml.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, ''))) return undefined;
  try {
    return load(yaml, { schema: CORE_SCHEMA });
  } catch {
    return undefined;
  }
}
