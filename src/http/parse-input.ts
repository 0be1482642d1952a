import { errors } from '@strapi/utils';
import { z } from 'zod';
import { fieldErrors, type FieldFault } from '../field-errors';

type Issue = z.core.$ZodIssue;

/** An unknown key is reported where it stands, one fault each; zod reports them together. */
function toFaults(issue: Issue): FieldFault[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({
    path: [...path, key],
    message: `There is no field "${key}" here; leave it out.`,
  }));
}

/** One fault for each field: the first thing to mend in it. */
function firstOfEachField(faults: FieldFault[]): FieldFault[] {
  const seen = new Set<string>();
  return faults.filter(({ path }) => {
    const isFirst = !seen.has(JSON.stringify(path));
    seen.add(JSON.stringify(path));
    return isFirst;
  });
}

/**
 * Checks what a client sent.
 * @returns the input as the schema types it
 * @throws ValidationError (400) with one entry of `details.errors` for every field that is wrong
 */
export function parseInput<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw fieldErrors(firstOfEachField(result.error.issues.flatMap(toFaults)));
}

const envelope = z.strictObject({ data: z.looseObject({}) });

/**
 * Checks the body of a write, which carries its fields in `data`. Paths of faults start below
 * `data`, as in the errors of Strapi's own writes.
 * @throws ValidationError (400) for a body without `data`, and as `parseInput`
 */
export function parseBody<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const result = envelope.safeParse(body);
  if (result.success) return parseInput(schema, result.data.data);
  throw new errors.ValidationError(
    'Send a JSON object with all fields in "data" and nothing else.',
  );
}
