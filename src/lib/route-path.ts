/**
 * The path of a request as it is compared with that of a route, which matches whatever the case and
 * with or without a slash at the end.
 */
export function routePath(path: string): string {
  return path.toLowerCase().replace(/\/+$/, '');
}
