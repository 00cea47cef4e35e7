import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The modules that a file loads, by `import`, `export … from` or `import()`. */
const NAMED = /(?:\bfrom\s*|\bimport\s*\(?\s*)['"](\.[^'"?]+)/g;

/** Whether a test file loads one of these sources, directly or through other files. */
export function reaches(test: string, sources: ReadonlySet<string>): boolean {
  const seen = new Set<string>();
  const open = [test];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    if (sources.has(file)) return true;
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(NAMED)) {
      const base = join(dirname(file), name).replaceAll('\\', '/');
      const ways = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`];
      open.push(...ways.filter((way) => /\.tsx?$/.test(way) && existsSync(way) && statSync(way).isFile()));
    }
  }
  return false;
}
