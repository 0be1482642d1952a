import { inspect } from 'node:util';
import type { Core } from '@strapi/strapi';

/** What was logged, by Strapi's logger at its finest level and straight to the terminal. */
export interface Logs {
  lines: string[];
  stop(): void;
}

const write = (value: unknown) =>
  inspect(value, { depth: 20, maxStringLength: null, maxArrayLength: null, showHidden: true });

/** Records everything from now on. */
export function recordLogs(strapi: Core.Strapi): Logs {
  const lines: string[] = [];
  const { level } = strapi.log;
  strapi.log.level = 'silly';
  const record = (entry: unknown) => void lines.push(write(entry));
  strapi.log.on('data', record);
  const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
  const spies = methods.map((method) =>
    jest.spyOn(console, method).mockImplementation((...values) => lines.push(write(values))),
  );
  const streams = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((chunk) => lines.push(String(chunk)) > 0),
  );
  return {
    lines,
    stop() {
      strapi.log.level = level;
      strapi.log.off('data', record);
      for (const spy of [...spies, ...streams]) spy.mockRestore();
    },
  };
}
