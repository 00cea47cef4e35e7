/** Runs a TypeScript module of this project: `node scripts/run.mjs scripts/start.ts --tour`. */
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [, , file = ''] = process.argv;
const { module } = await runnerImport(resolve(file), { logLevel: 'error' });
await module.main(process.argv.slice(3));
