import { statSync } from 'node:fs';

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Whether the process works in this folder. PostgreSQL's main process always works in its data
 * folder, which tells it from a stranger that was given the same process id after a power cut, or
 * in a restarted container.
 * @returns true also where the system does not tell: then the id alone must do
 */
export function worksIn(pid: number, folder: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    const [current, expected] = [statSync(`/proc/${pid}/cwd`), statSync(folder)];
    return current.ino === expected.ino && current.dev === expected.dev;
  } catch (error) {
    // Another user's process: not to be looked into, so not to be ruled out.
    return (error as NodeJS.ErrnoException).code === 'EACCES';
  }
}
