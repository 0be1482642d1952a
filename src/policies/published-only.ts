import { ProspectusError } from '../errors';

/** Query parameters that show drafts, or tell published documents with a draft from those without. */
const DRAFT_PARAMETERS = ['status', 'publicationFilter', 'hasPublishedVersion'];

const DRAFT_PERMISSION = 'api::draft.draft.read';

/** What the policy reads of a request; Strapi's policy context has none of Koa's shortcuts. */
interface PolicyContext {
  request: { query: Record<string, unknown> };
  state: { auth?: unknown };
}

/** The part of Strapi's authentication service that decides what a request may do. */
interface AuthService {
  verify(auth: unknown, config: { scope: string[] }): Promise<void>;
}

/** Whether a query asks for more than the published documents. */
function asksForDrafts(query: Record<string, unknown>): boolean {
  return DRAFT_PARAMETERS.some((name) => query[name] !== undefined && query[name] !== 'published');
}

/**
 * Visitors read published documents; drafts are for those who have the permission to read them.
 * Strapi's type for policies knows no asynchronous ones; its runtime awaits them.
 */
export default async function publishedOnly({ request, state }: PolicyContext): Promise<true> {
  if (!asksForDrafts(request.query)) return true;
  try {
    await strapi.get<AuthService>('auth').verify(state.auth, { scope: [DRAFT_PERMISSION] });
    return true;
  } catch (error) {
    strapi.log.debug(`Draft refused: ${error instanceof Error ? error.name : 'unknown reason'}`);
    throw new ProspectusError(
      'DRAFT_FORBIDDEN',
      'Drafts are for those who may read them. Leave out `status` to get the published document.',
    );
  }
}
