import { createInterface } from 'node:readline/promises';
import type { ErasureReceipt, People } from '../src/plugins/privacy/accessor';
import type { Main } from './command';
import { checkEmail, explainUsage, readParameters, UsageError } from './privacy/options';
import { writeJson } from './privacy/output';
import { withPeople } from './load-people';

const USAGE = `Usage: npm run --silent privacy:erase -- --email <address> [options]

  --receipt <receipt>  a consent that the person has shown the receipt of; can be repeated
  --dry-run            erases nothing, tells what would go
  --yes                does not ask; needed where nobody is at a terminal
  --output <file>      where to write the receipt (stdout)
  --help               shows this

Keep the receipt: the database has no copy that could be checked against an address.
What is erased, and what is not: docs/privacy.md`;

function readOptions(parameters: string[]) {
  const { values } = readParameters(parameters, {
    'dry-run': { type: 'boolean', default: false },
    yes: { type: 'boolean', default: false },
    output: { type: 'string' },
  });
  if (values.help) return undefined;
  const isDryRun = values['dry-run'];
  if (!isDryRun && !values.yes && !process.stdin.isTTY)
    throw new UsageError('Nobody can be asked here: add --yes to erase, or --dry-run to look');
  const query = { email: checkEmail(values.email), receipts: values.receipt };
  return { query, isDryRun, isSure: values.yes, output: values.output };
}

type Options = NonNullable<ReturnType<typeof readOptions>>;

/** Tells what would go. @returns whether anything would */
async function show(people: People, { query }: Options): Promise<boolean> {
  const holdings = await people.find(query);
  if (holdings.length === 0) console.error('Nothing is held about this address.');
  for (const { holder, findings } of holdings) {
    console.error(`${String(findings.length).padStart(6)} ${holder}`);
    for (const { reference } of findings) console.error(`       ${reference}`);
  }
  return holdings.length > 0;
}

async function isConfirmed({ isSure }: Options): Promise<boolean> {
  if (isSure) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question('Erase all of this for good? Write "erase": ')) === 'erase';
  } finally {
    terminal.close();
  }
}

/** There is no second copy of a receipt: where the file cannot be written it goes to stdout. */
async function keep(receipt: ErasureReceipt, { output }: Options): Promise<void> {
  try {
    await writeJson(receipt, output);
  } catch (error) {
    await writeJson(receipt, undefined);
    throw error;
  }
}

async function erase(people: People, options: Options): Promise<number> {
  if (!(await show(people, options)) || options.isDryRun) return 0;
  if (!(await isConfirmed(options))) {
    console.error('Nothing was erased.');
    return 1;
  }
  const receipt = await people.erase(options.query);
  if (receipt) await keep(receipt, options);
  return 0;
}

/**
 * `npm run privacy:erase`: erases everything that is held about a person, all of it or nothing, and
 * ends with a receipt.
 * @returns 0, also where nothing is held; 1 where nobody confirmed; 2 for wrong use
 */
export const main: Main = async (parameters) => {
  try {
    const options = readOptions(parameters);
    if (options) return await withPeople((people) => erase(people, options));
    console.log(USAGE);
    return 0;
  } catch (error) {
    return explainUsage(error, USAGE);
  }
};
