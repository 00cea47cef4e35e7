import { execFileSync } from 'node:child_process';

/** Processes that were started with this profile. */
export function processesOf(profile: string): number[] {
  try {
    const found = execFileSync('pgrep', ['-f', `user-data-dir=${profile}( |$)`], { encoding: 'utf8' });
    return found.split('\n').filter(Boolean).map(Number);
  } catch {
    // Its status if there is none.
    return [];
  }
}

/** Kills a process if it still runs. */
export function endProcess(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It was gone already.
  }
}
