import type { Main } from './command';
import { checkEmail, explainUsage, readParameters } from './privacy/options';
import { writeJson } from './privacy/output';
import { withPeople } from './load-people';

const USAGE = `Usage: npm run --silent privacy:export -- --email <address> [options]

  --receipt <receipt>  a consent that the person has shown the receipt of; can be repeated
  --output <file>      where to write it (stdout)
  --help               shows this

What is held, and what to answer a person who asks: docs/privacy.md`;

function readOptions(parameters: string[]) {
  const { values } = readParameters(parameters, { output: { type: 'string' } });
  if (values.help) return undefined;
  return { email: checkEmail(values.email), receipts: values.receipt, output: values.output };
}

/**
 * `npm run privacy:export`: everything that is held about a person, as one JSON document.
 * @returns 0, also where nothing is held; 2 for wrong use
 */
export const main: Main = async (parameters, { step }) => {
  try {
    const options = readOptions(parameters);
    if (!options) {
      console.log(USAGE);
      return 0;
    }
    const { output, ...query } = options;
    const document = await step('Looking for what is held', () =>
      withPeople((people) => people.export(query)),
    );
    await writeJson(document, output);
    return 0;
  } catch (error) {
    return explainUsage(error, USAGE);
  }
};
