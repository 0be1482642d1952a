import type { z } from 'zod';
import { fieldErrors, type FieldFault } from '../hooks/field-errors';

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

/**
 * Checks what a client sent.
 * @returns the input as the schema types it
 * @throws ValidationError (400) with one entry of `details.errors` for every field that is wrong
 */
export function parseInput<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw fieldErrors(result.error.issues.flatMap(toFaults));
}
