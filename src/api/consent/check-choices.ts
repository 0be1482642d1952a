import type { FieldFault } from '../../field-errors';
import type { Method } from './chain';

/** What a check needs to know of a category that the visitor was asked about. */
export interface OfferedCategory {
  key: string;
  required: boolean;
}

/** What was decided for each category. */
export type Choices = Record<string, boolean>;

function faultOf({ key, required }: OfferedCategory, choice: unknown): string | undefined {
  if (choice === undefined) return `Say true or false for the category "${key}".`;
  if (typeof choice !== 'boolean') return 'Write true or false.';
  if (required && !choice) {
    return 'This category cannot be refused: the site does not work without it. Send true.';
  }
  return undefined;
}

/**
 * Checks what a visitor chose against the categories that they were offered: each is decided,
 * nothing else is, and what the site needs is not refused.
 * @returns one fault for each category that is wrong
 */
export function checkChoices(
  choices: Record<string, unknown>,
  offered: readonly OfferedCategory[],
): FieldFault[] {
  const keys = new Set(offered.map(({ key }) => key));
  const unknown = Object.keys(choices).filter((key) => !keys.has(key));
  return [
    ...unknown.map((key) => ({
      path: ['choices', key],
      message: `This version has no category "${key}"; leave it out.`,
    })),
    ...offered.flatMap((category) => {
      const { key } = category;
      const message = faultOf(category, Object.hasOwn(choices, key) ? choices[key] : undefined);
      return message === undefined ? [] : [{ path: ['choices', key], message }];
    }),
  ];
}

/** Whether all optional categories were decided in one way. */
function areAll(choices: Choices, offered: readonly OfferedCategory[], decision: boolean): boolean {
  return offered.every(({ key, required }) => required || choices[key] === decision);
}

/** How a visitor must have answered, where the website does not say. */
export function methodOf(choices: Choices, offered: readonly OfferedCategory[]): Method {
  // First: where nothing is optional, nothing was accepted.
  if (areAll(choices, offered, false)) return 'reject-all';
  return areAll(choices, offered, true) ? 'accept-all' : 'choices';
}

/** What is wrong with a method that the choices contradict; undefined where nothing is. */
export function checkMethod(
  method: Method,
  choices: Choices,
  offered: readonly OfferedCategory[],
): FieldFault | undefined {
  const fits = {
    'accept-all': areAll(choices, offered, true),
    'reject-all': areAll(choices, offered, false),
    // Whoever opened the choices may have taken all or none of them.
    choices: true,
  };
  if (fits[method]) return undefined;
  return { path: ['method'], message: `The choices are not "${method}"; leave this out.` };
}
