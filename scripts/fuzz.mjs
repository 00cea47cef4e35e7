/** Ten thousand mutated files for each decoder; `npm test` takes a small sample of the same. */
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  'npx',
  ['vitest', 'run', '--project', 'unit', 'tests/unit/codecs/fuzz.test.ts'],
  {
    env: { FUZZ: '10000', ...process.env },
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
