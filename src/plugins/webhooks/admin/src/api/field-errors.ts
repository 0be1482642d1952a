interface FieldError {
  path: (string | number)[];
  message: string;
}

function isFieldError(value: unknown): value is FieldError {
  const { path, message } = (value ?? {}) as Partial<Record<keyof FieldError, unknown>>;
  return Array.isArray(path) && path.length > 0 && typeof message === 'string';
}

/**
 * What the server says about single fields (Strapi's `details.errors`), by the field's name: its
 * first sentence about each. Empty where the request failed for another reason.
 */
export function toFieldErrors(error: object): Record<string, string> {
  const details: unknown = 'details' in error ? error.details : undefined;
  const { errors } = (details ?? {}) as { errors?: unknown };
  if (!Array.isArray(errors)) return {};
  const found = errors.filter(isFieldError).map(({ path, message }) => [String(path[0]), message]);
  return Object.fromEntries(found.toReversed()) as Record<string, string>;
}
