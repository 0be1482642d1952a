/**
 * The API calls the state of an enquiry `status`. It is stored as `state`, since Strapi's panel
 * keeps the name `status` for draft and published, of every content type.
 */
const PUBLIC_NAME = 'status';
const STORED_NAME = 'state';

/** Relations that lead from an enquiry to others. */
const TO_ENQUIRIES = ['duplicateOf', 'duplicates'];

/** What a condition may combine conditions with. */
const COMBINATIONS = ['$and', '$or', '$not'];

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function mapEntries(
  fields: Fields,
  change: (key: string, value: unknown) => [string, unknown],
): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => change(key, value)));
}

/** Renames the field in conditions, also where they are combined or on another enquiry. */
function renameCondition(filters: unknown): unknown {
  if (Array.isArray(filters)) return filters.map(renameCondition);
  if (!isFields(filters)) return filters;
  return mapEntries(filters, (key, value) => {
    if (key === PUBLIC_NAME) return [STORED_NAME, value];
    const isNested = [...COMBINATIONS, ...TO_ENQUIRIES].includes(key);
    return [key, isNested ? renameCondition(value) : value];
  });
}

/** Renames the field in what lists field names: `a,b`, `status:desc`, an array, an object. */
function renameNames(names: unknown): unknown {
  if (typeof names === 'string')
    return names.replace(/(?<=^|[,.])\s*status(?=$|[,:])/g, STORED_NAME);
  if (Array.isArray(names)) return names.map(renameNames);
  if (!isFields(names)) return names;
  return mapEntries(names, (key, value) =>
    key === PUBLIC_NAME ? [STORED_NAME, value] : [key, renameNames(value)],
  );
}

/** Renames the field in what is asked of other enquiries. */
function renamePopulate(populate: unknown): unknown {
  if (!isFields(populate)) return populate;
  return mapEntries(populate, (key, value) => [
    key,
    TO_ENQUIRIES.includes(key) && isFields(value) ? toStoredQuery(value) : value,
  ]);
}

/** A query of the API in the names of the content type; the draft-or-published `status` stays. */
export function toStoredQuery(query: Fields): Fields {
  const { filters, sort, fields, populate } = query;
  return {
    ...query,
    ...(filters === undefined ? {} : { filters: renameCondition(filters) }),
    ...(sort === undefined ? {} : { sort: renameNames(sort) }),
    ...(fields === undefined ? {} : { fields: renameNames(fields) }),
    ...(populate === undefined ? {} : { populate: renamePopulate(populate) }),
  };
}

function toPublic(enquiries: unknown): unknown {
  if (Array.isArray(enquiries)) return enquiries.map(toPublic);
  return isFields(enquiries) ? toPublicEnquiry(enquiries) : enquiries;
}

/** A stored enquiry in the names of the API, and others that come with it. */
export function toPublicEnquiry(enquiry: object): Fields {
  return mapEntries(enquiry as Fields, (key, value) => {
    if (key === STORED_NAME) return [PUBLIC_NAME, value];
    return [key, TO_ENQUIRIES.includes(key) ? toPublic(value) : value];
  });
}
