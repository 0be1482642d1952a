/** A populate parameter in its full form: what to populate, by relation or component. */
export type PopulateTree = Record<string, true | PopulateOptions>;

/** What a client asks of one populated relation or component. */
export interface PopulateOptions extends Record<string, unknown> {
  populate?: unknown;
  filters?: unknown;
}

/** Adds `a.b.c` to a tree as a populated by b populated by c. */
function addPath(tree: PopulateTree, path: string): void {
  const [first, ...rest] = path.split('.').map((part) => part.trim());
  if (!first) return;
  if (rest.length === 0) {
    tree[first] ??= true;
    return;
  }
  const present = tree[first];
  const options: PopulateOptions = present === undefined || present === true ? {} : present;
  const nested = toPopulateTree(options.populate) ?? {};
  addPath(nested, rest.join('.'));
  tree[first] = { ...options, populate: nested };
}

/**
 * Whether a value switches a relation on in the full form: `populate[cover]=true`. An object never
 * does, and is not made a string of: `populate[cover][toString]=x` is anybody's to send.
 */
function isOn(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 1 && isOn(value[0]);
  if (typeof value === 'string') return ['true', 't', '1', '*'].includes(value);
  return value === true || value === 1;
}

function fromObject(populate: object): PopulateTree {
  const tree: PopulateTree = {};
  for (const [key, value] of Object.entries(populate)) {
    if (value !== null && typeof value === 'object') tree[key] = value as PopulateOptions;
    else if (isOn(value)) tree[key] = true;
    // The bracket form of a list: populate[0]=cover
    else if (/^\d+$/.test(key) && typeof value === 'string') addPath(tree, value);
  }
  return tree;
}

/**
 * Brings the forms in which Strapi takes `populate` (`a,b.c`, a list, an object) into the full one.
 * @returns undefined for nothing and for `*`, which name no relation
 */
export function toPopulateTree(populate: unknown): PopulateTree | undefined {
  if (populate === undefined || populate === null || isOn(populate)) return undefined;
  if (typeof populate === 'object' && !Array.isArray(populate)) return fromObject(populate);
  const paths = (Array.isArray(populate) ? populate : [populate]).filter(
    (path): path is string => typeof path === 'string',
  );
  const tree: PopulateTree = {};
  for (const path of paths.flatMap((list) => list.split(','))) {
    if (path.trim() !== '*') addPath(tree, path);
  }
  return tree;
}

/** How deep a list of paths reaches: 3 for `a,b.c.d`. */
function pathDepth(list: string): number {
  const depths = list
    .split(',')
    .map((path) => path.split('.').filter((part) => part.trim() !== '').length);
  return Math.max(...depths);
}

/** How deep one populated attribute reaches: its own options, or those for each type it may have. */
function optionsDepth({ populate, on }: PopulateOptions): number {
  const byType = on !== null && typeof on === 'object' ? Object.values(on) : [];
  const fragments = byType as (PopulateOptions | null | undefined)[];
  const below = [populate, ...fragments.map((fragment) => fragment?.populate)];
  return 1 + Math.max(...below.map(populateDepth));
}

/** How many relations deep a populate parameter reaches: 0 for none, 1 for `cover` or `*`. */
export function populateDepth(populate: unknown): number {
  if (populate === true) return 1;
  if (typeof populate === 'string') return pathDepth(populate);
  if (populate === null || typeof populate !== 'object') return 0;
  // Members of a list, and the list that brackets make: populate[0]=cover
  const depths = Object.entries(populate).map(([key, value]) => {
    if (/^\d+$/.test(key) && typeof value === 'string') return pathDepth(value);
    if (value !== null && typeof value === 'object') return optionsDepth(value as PopulateOptions);
    return isOn(value) ? 1 : 0;
  });
  return Math.max(0, ...depths);
}
