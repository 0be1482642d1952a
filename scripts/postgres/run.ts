import { spawn } from 'node:child_process';

/** An operating system user that a command runs as. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/** How a command ended, and all that it printed. */
export interface Outcome {
  ok: boolean;
  output: string;
}

/**
 * What PostgreSQL's tools see of the environment. Variables like PGPORT, PGDATA or LC_ALL would
 * change what they do, and messages must be in English because some are recognised by their text.
 */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMPDIR } = process.env;
  return { PATH, SystemRoot, TEMP, TMPDIR, LC_ALL: 'C' };
}

/** Spawn options under which a tool of PostgreSQL runs as `user`, undisturbed by the terminal. */
function toolOptions(user: ServerUser | undefined) {
  return {
    ...user,
    env: cleanEnvironment(),
    // The tools want a current folder that their user can enter.
    cwd: process.platform === 'win32' ? process.cwd() : '/',
    // A session of its own: Ctrl+C in the terminal must not reach PostgreSQL.
    detached: process.platform !== 'win32',
    windowsHide: true,
  } as const;
}

/**
 * Runs a tool to its end.
 * @param user whom to run it as; undefined: the current user
 * @returns whether it succeeded, and what it printed; never rejects, because a tool that cannot
 *   even be started is one more way to fail
 */
export async function runTool(
  file: string,
  parameters: readonly string[],
  user: ServerUser | undefined,
): Promise<Outcome> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(file, parameters, {
      ...toolOptions(user),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, output: output.trim() }));
  });
}
