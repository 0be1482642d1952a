import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import supertest from 'supertest';

/** A Strapi in a process of its own, beside the one of the test file. */
export interface Instance {
  request: ReturnType<typeof supertest>;
  url: string;
  pid: number;
  /** Memory that is in use after a garbage collection, in bytes. */
  readMemory(): Promise<number>;
  /** Ends the process, if it has not ended by itself. */
  stop(): Promise<void>;
}

/**
 * Starts another Strapi on a database that exists.
 * @param environment variables that differ from the tests' usual ones
 * @param settings of Strapi's configuration that differ, by their path
 * @throws with what the process wrote when it ends instead of serving
 */
export async function startInstance(
  databaseUrl: string,
  environment: Record<string, string> = {},
  settings: Record<string, unknown> = {},
): Promise<Instance> {
  const child = fork(path.resolve(__dirname, 'serve.mjs'), [JSON.stringify(settings)], {
    env: { ...process.env, CRON_ENABLED: 'true', ...environment, DATABASE_URL: databaseUrl },
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += String(chunk)));
  child.stderr?.on('data', (chunk) => (output += String(chunk)));
  const ended = once(child, 'exit');
  const [port] = (await Promise.race([
    once(child, 'message'),
    ended.then(() => {
      throw new Error(`The server ended before it served:\n${output}`);
    }),
  ])) as [number];
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    pid: child.pid ?? 0,
    async readMemory() {
      child.send('memory');
      const [{ memory }] = (await once(child, 'message')) as [{ memory: number }];
      return memory;
    },
    request: supertest(url),
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await ended;
    },
  };
}
