const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Whether a text is an ISO 4217 currency code that this runtime knows, such as EUR. */
export function isCurrency(code: string): boolean {
  return currencies.has(code);
}

/** Whether a text is an IANA time zone name that this runtime knows, such as Europe/Paris. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return !/^[+-]\d/.test(name);
  } catch {
    // Intl has no other way to ask: an unknown name is a RangeError.
    return false;
  }
}
