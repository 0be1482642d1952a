/**
 * A body as it reads best: JSON with a line for each field, anything else as it is. The result is
 * for eyes alone; what was signed are the bytes that it is made of.
 */
export function formatBody(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch (error) {
    if (error instanceof SyntaxError) return body;
    throw error;
  }
}
