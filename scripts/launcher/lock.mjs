import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * The holder touches its lock this often (ms). One that nobody has touched for so long is a dead
 * one's, even if its process id lives: that was given to a stranger.
 */
const TOUCH = 5_000;
const STALE = 600_000;
const RETRY = 300;

/** The lock that this process holds. @type {string | undefined} */
let held;

/** @param {unknown} error @param {string} code */
const hasCode = (error, code) => /** @type {NodeJS.ErrnoException} */ (error).code === code;

/** @param {string} file @returns {boolean} whether the lock is ours now */
function tryLock(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** @param {string} file @returns {boolean} whether its holder and all its helpers have died */
function isStale(file) {
  try {
    const pids = readFileSync(file, 'utf8').split('\n').map(Number);
    const isOld = Date.now() - statSync(file).mtimeMs > STALE;
    return isOld || (pids.some((pid) => pid > 0) && !pids.some((pid) => pid > 0 && isAlive(pid)));
  } catch (error) {
    // Given back in the meantime.
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/**
 * Lets a child process hold the lock as well: npm works on when this process is killed.
 * @param {number | undefined} pid
 */
export function shareLock(pid) {
  if (held && pid) appendFileSync(held, `\n${pid}`);
}

/**
 * Does some work while no other process holds the same lock. Two commands that start at once must
 * not both write `node_modules` and `dist`.
 * @template T
 * @param {string} file an absolute path
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  mkdirSync(path.dirname(file), { recursive: true });
  let isTold = false;
  while (!tryLock(file)) {
    if (isStale(file)) rmSync(file, { force: true });
    else if (!isTold) {
      console.error('… Waiting for another command that installs or builds');
      isTold = true;
    }
    await pause(RETRY);
  }
  held = file;
  const giveBack = () => {
    held = undefined;
    rmSync(file, { force: true });
  };
  const touch = setInterval(() => utimesSync(file, new Date(), new Date()), TOUCH).unref();
  process.on('exit', giveBack);
  try {
    return await work();
  } finally {
    clearInterval(touch);
    process.off('exit', giveBack);
    giveBack();
  }
}
