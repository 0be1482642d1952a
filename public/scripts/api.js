const parameters = new URLSearchParams(location.search);

/** The page's language, which language.js has taken from the address. */
export const locale = document.documentElement.lang;

/** Which document the address asks for. */
export const slug = encodeURIComponent(parameters.get('slug') ?? '');

/** Reads `{ data }` from the API in the page's language; an error carries the API's own message. */
export async function read(path, query = {}) {
  const response = await fetch(`/api/${path}?${new URLSearchParams({ ...query, locale })}`);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error?.message ?? response.statusText);
  return answer.data;
}
