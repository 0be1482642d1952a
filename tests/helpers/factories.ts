import type { Core, UID } from '@strapi/strapi';

/** Values of fields; those that a test does not name get valid ones. */
export type Values = Record<string, unknown>;

/** Where a document is written: locale and version. */
export interface Target {
  locale?: string;
  status?: 'draft' | 'published';
  documentId?: string;
}

/** A document as the document service returns it. */
export interface Stored extends Record<string, unknown> {
  id: number;
  documentId: string;
  locale: string | null;
  slug: string;
}

const HOUR = 60 * 60 * 1000;

/** A moment relative to now, as the API takes it. */
export function hoursFromNow(hours: number): string {
  return new Date(Date.now() + hours * HOUR).toISOString();
}

/** Fields without which a document cannot be stored, with values that differ from document to document. */
const REQUIRED = {
  'api::training.training': (n: number) => ({ title: `Training ${n}`, summary: `Summary ${n}` }),
  'api::blog.blog': (n: number) => ({ title: `Blog ${n}`, body: `Body ${n}` }),
  'api::category.category': (n: number) => ({ name: `Category ${n}` }),
  'api::tag.tag': (n: number) => ({ name: `Tag ${n}` }),
  'api::person.person': (n: number) => ({ name: `Person ${n}` }),
  'api::cookie-policy.cookie-policy': (n: number) => ({
    title: `Cookie policy ${n}`,
    body: `We use cookies. ${n}`,
    effectiveFrom: hoursFromNow(-24),
  }),
  'api::training-session.training-session': () => ({
    startsAt: hoursFromNow(24),
    endsAt: hoursFromNow(32),
    timezone: 'Europe/Paris',
  }),
  'api::site.site': () => ({ name: 'Academy' }),
} satisfies Partial<Record<UID.ContentType, (n: number) => Values>>;

/** The content types that factories make documents of. */
export type Uid = keyof typeof REQUIRED;

let count = 0;

/** The document service without the types of each content type's fields. */
export interface Documents {
  create(parameters: object): Promise<Stored>;
  update(parameters: object): Promise<Stored>;
  publish(parameters: object): Promise<{ entries: Stored[] }>;
  unpublish(parameters: object): Promise<{ entries: Stored[] }>;
  discardDraft(parameters: object): Promise<{ entries: Stored[] }>;
  clone(parameters: object): Promise<{ entries: Stored[] }>;
  delete(parameters: object): Promise<{ entries: Stored[] }>;
  findOne(parameters: object): Promise<Stored | null>;
  findMany(parameters: object): Promise<Stored[]>;
}

/** The document service of a type, for tests that speak of many types at once. */
export function documentsOf(strapi: Core.Strapi, uid: string): Documents {
  return strapi.documents(uid as UID.ContentType) as unknown as Documents;
}

/** Valid fields of a new document, different at each call. */
export function validValues(uid: Uid): Values {
  count += 1;
  return REQUIRED[uid](count);
}

/** Makes documents that are valid and published, except for what a test says. */
export function createFactories(strapi: Core.Strapi) {
  const factory =
    (uid: Uid) =>
    async (values: Values = {}, target: Target = {}): Promise<Stored> => {
      const data = { ...validValues(uid), ...values };
      const parameters = { status: 'published', ...target, data };
      return target.documentId
        ? documentsOf(strapi, uid).update(parameters)
        : documentsOf(strapi, uid).create(parameters);
    };
  return {
    training: factory('api::training.training'),
    blog: factory('api::blog.blog'),
    category: factory('api::category.category'),
    tag: factory('api::tag.tag'),
    person: factory('api::person.person'),
    cookiePolicy: factory('api::cookie-policy.cookie-policy'),
    session: factory('api::training-session.training-session'),
    site: factory('api::site.site'),
  };
}

export type Factories = ReturnType<typeof createFactories>;

/** The part of the panel's token service that tests call; it has no types. */
interface TokenService {
  create(token: object): Promise<{ accessKey: string }>;
}

/**
 * Makes an API token.
 * @param permissions the only actions it may call; without them it may call all
 * @returns the header that a request carries
 */
export async function createToken(
  strapi: Core.Strapi,
  permissions?: string[],
): Promise<{ Authorization: string }> {
  count += 1;
  const tokens = strapi.service('admin::api-token') as unknown as TokenService;
  const { accessKey } = await tokens.create({
    name: `Token ${count}`,
    description: '',
    lifespan: null,
    ...(permissions ? { type: 'custom', permissions } : { type: 'full-access' }),
  });
  return { Authorization: `Bearer ${accessKey}` };
}
