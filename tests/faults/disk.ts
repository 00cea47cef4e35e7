import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A RAM disk of this size: if it is full, it behaves like any full disk. */
const SIZE = '200m';

/** `PREFIX-PROCESS-…`: the name of a folder contains the process that owns it. */
const PREFIX = 'caixin-faults';

/** A disk of one rig alone. */
export interface Disk {
  folder: string;
  /** Whether it can be filled: this machine allowed a small one to be created. */
  isSmall: boolean;
  /** Leaves so many bytes. */
  fill(room: number): void;
  clear(): void;
  remove(): void;
}

/** A disk that is removed with this process at the latest. */
export function makeDisk(): Disk {
  removeLeft();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}-${process.pid}-`));
  const filler = join(folder, 'filler');
  const isSmall = mount(folder);
  const remove = () => takeAway(folder);
  process.once('exit', remove);
  return {
    folder,
    isSmall,
    fill: (room) => fill(filler, room),
    clear: () => rmSync(filler, { force: true }),
    remove() {
      process.off('exit', remove);
      remove();
    },
  };
}

/** Also removed on an interrupt: exiting runs the `exit` listeners. */
export function leaveTidily(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(130));
}

function mount(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function takeAway(folder: string): void {
  try {
    execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
  } catch {
    // It was not a disk of its own.
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Left behind by processes that were killed. */
function removeLeft(): void {
  for (const name of readdirSync(tmpdir())) {
    const [, id] = new RegExp(`^${PREFIX}-(\\d+)-`).exec(name) ?? [];
    if (id && !existsSync(`/proc/${id}`) && existsSync('/proc/self')) takeAway(join(tmpdir(), name));
  }
}

function fill(path: string, room: number): void {
  const file = openSync(path, 'w');
  try {
    for (let piece = Buffer.alloc(1 << 20, 1); piece.length > 0; ) {
      try {
        writeSync(file, piece);
      } catch {
        piece = piece.subarray(0, Math.floor(piece.length / 2));
      }
    }
    ftruncateSync(file, Math.max(0, fstatSync(file).size - room));
  } finally {
    closeSync(file);
  }
}
