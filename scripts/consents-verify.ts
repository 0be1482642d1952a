import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { ConfigurationError, readVariables } from '../config/environment/variables';
import { verifyChain, type ChainFault, type Verdict } from '../src/api/consent/verify-chain';
import type { Main } from './command';
import { readChain } from './consents/read-chain';
import { acquireDatabase } from './database';

const USAGE = `npm run consents:verify [-- --expect <hash>]
  --expect <hash>  a hash that was printed earlier, which must be in the chain still`;

const EXPLANATIONS: Record<ChainFault['kind'], string> = {
  missing: 'is missing: it has been removed, or its number has been changed.',
  changed: 'has been changed since it was written: its hash is not that of what it says.',
  replaced:
    'does not follow from the record before it: that one, or this one, has been replaced or inserted.',
  'subject-changed':
    'has another subject than it was written with: its row in consent_subjects has been changed.',
};

/** @throws ConfigurationError for parameters that make no sense */
function readParameters(parameters: string[]): { expect?: string | undefined } {
  try {
    const { values } = parseArgs({ args: parameters, options: { expect: { type: 'string' } } });
    if (values.expect === undefined || /^[0-9a-f]{64}$/.test(values.expect)) return values;
  } catch (error) {
    throw new ConfigurationError(`${(error as Error).message}\n${USAGE}`, { cause: error });
  }
  throw new ConfigurationError(`--expect takes 64 hexadecimal digits.\n${USAGE}`);
}

/** Walks the chain as it is at one moment, without changing or locking anything. */
async function walk(expected: string | undefined, note: (text: string) => void): Promise<Verdict> {
  const client = new Client({ connectionString: readVariables().DATABASE_URL });
  await client.connect();
  try {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const records = readChain(client, (count) => note(`${count} records`));
    return await verifyChain(records, expected);
  } catch (error) {
    // SQLSTATE undefined_table
    if ((error as { code?: string }).code !== '42P01') throw error;
    throw new ConfigurationError(
      'This database has no table of consents yet. Run `npm run migrate` first.',
      { cause: error },
    );
  } finally {
    await client.end();
  }
}

/** What an operator is told, and the exit code. */
function report({ count, head, fault, isExpectedFound }: Verdict): number {
  if (fault) {
    console.log(`Record ${fault.sequence} ${EXPLANATIONS[fault.kind]}`);
    console.log(
      `${count} records before it are as they were written; the last has the hash\n${head}`,
    );
    return 1;
  }
  console.log(`${count} records are as they were written; the last has the hash\n${head}`);
  if (isExpectedFound) return 0;
  console.log(
    'The hash that was expected is not among theirs: records have been removed from the end, or all of them have been written anew.',
  );
  return 1;
}

/**
 * `npm run consents:verify`: finds the first consent that was changed, removed or put in since it was
 * recorded (docs/consent.md).
 * @returns 1 where something is wrong
 */
export const main: Main = async (parameters, { step }) => {
  const { expect } = readParameters(parameters);
  const database = await acquireDatabase();
  try {
    return report(await step('Walking the chain of consents', (note) => walk(expect, note)));
  } finally {
    await database.release();
  }
};
