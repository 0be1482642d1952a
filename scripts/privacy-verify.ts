import { readFile } from 'node:fs/promises';
import type { Main } from './command';
import { checkEmail, explainUsage, readParameters, UsageError } from './privacy/options';
import { withPeople } from './load-people';

const USAGE = `Usage: npm run --silent privacy:verify -- <receipt.json> [options]

  --email <address>    whether the receipt is about this address, and nothing is held about it
  --receipt <receipt>  a consent that the person has shown the receipt of; can be repeated
  --help               shows this`;

async function readReceipt(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UsageError(`${file} is no receipt: it has no JSON`);
  }
}

async function readOptions(parameters: string[]) {
  const { values, positionals } = readParameters(parameters, {});
  if (values.help) return undefined;
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError('Name one file with a receipt');
  const { email, receipt: receipts } = values;
  const query = email === undefined ? undefined : { email: checkEmail(email), receipts };
  return { receipt: await readReceipt(file), query };
}

/**
 * `npm run privacy:verify`: checks the receipt of an erasure.
 * @returns 0 where all is as the receipt says, 1 where it is not, 2 for wrong use
 */
export const main: Main = async (parameters) => {
  try {
    const options = await readOptions(parameters);
    if (!options) {
      console.log(USAGE);
      return 0;
    }
    const { receipt, query } = options;
    const checks = await withPeople((people) => people.verify(receipt, query));
    for (const { isFine, finding } of checks) console.log(`${isFine ? '✓' : '✗'} ${finding}`);
    return checks.every(({ isFine }) => isFine) ? 0 : 1;
  } catch (error) {
    return explainUsage(error, USAGE);
  }
};
