/**
 * The API calls the state of an enquiry `status`. It is stored as `state`, since Strapi's panel
 * keeps the name `status` for draft and published, of every content type.
 */
const PUBLIC_NAME = 'status';
const STORED_NAME = 'state';

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Renames the field in conditions: at their top, and below `$and`, `$or` and `$not`. */
function renameCondition(filters: unknown): unknown {
  if (Array.isArray(filters)) return filters.map(renameCondition);
  if (!isFields(filters)) return filters;
  const entries = Object.entries(filters).map(([key, value]) => {
    if (key === PUBLIC_NAME) return [STORED_NAME, value];
    return [key, ['$and', '$or', '$not'].includes(key) ? renameCondition(value) : value];
  });
  return Object.fromEntries(entries) as Fields;
}

/** Renames the field in what lists field names: `a,b`, `status:desc`, an array, an object. */
function renameNames(names: unknown): unknown {
  if (typeof names === 'string') return names.replace(/(?<=^|,)\s*status(?=$|[,:])/g, STORED_NAME);
  if (Array.isArray(names)) return names.map(renameNames);
  if (!isFields(names)) return names;
  const entries = Object.entries(names).map(([key, value]) =>
    key === PUBLIC_NAME ? [STORED_NAME, value] : [key, renameNames(value)],
  );
  return Object.fromEntries(entries) as Fields;
}

/** A query of the API in the names of the content type; the draft-or-published `status` stays. */
export function toStoredQuery(query: Fields): Fields {
  const { filters, sort, fields } = query;
  return {
    ...query,
    ...(filters === undefined ? {} : { filters: renameCondition(filters) }),
    ...(sort === undefined ? {} : { sort: renameNames(sort) }),
    ...(fields === undefined ? {} : { fields: renameNames(fields) }),
  };
}

/** A stored enquiry in the names of the API. */
export function toPublicEnquiry(enquiry: object): Fields {
  const entries = Object.entries(enquiry as Fields).map(([key, value]) => [
    key === STORED_NAME ? PUBLIC_NAME : key,
    value,
  ]);
  return Object.fromEntries(entries) as Fields;
}
