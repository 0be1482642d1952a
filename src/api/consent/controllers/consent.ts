import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { parseBody } from '../../../http/parse-input';
import { pathParameter, type Context } from '../../../http/respond';
import { serviceOf } from '../../../http/service-of';
import { consentInput } from '../consent-input';
import { isReceipt } from '../receipt';
import type consentService from '../services/consent';

const consents = () => serviceOf<typeof consentService>('api::consent.consent');

/** The member whose token the request carries; users-permissions leaves them in the state. */
function memberOf(context: Context): number | undefined {
  const { user } = context.state as { user?: { id?: unknown } };
  return typeof user?.id === 'number' ? user.id : undefined;
}

/** Answers with the consent of the path's receipt; 404 where there is none. */
async function answer<T extends object>(
  context: Context,
  find: (receipt: string) => Promise<T | undefined>,
) {
  const receipt = pathParameter(context, 'receipt');
  const consent = isReceipt(receipt) ? await find(receipt) : undefined;
  if (!consent) throw new errors.NotFoundError('There is no consent with this receipt.');
  return { data: { receipt, ...consent }, meta: {} };
}

const controller: Core.Controller = {
  /** `POST /api/consents`: records an answer to the cookie notice. */
  async create(context: Context) {
    const input = parseBody(consentInput, context.request.body);
    const data = await consents().record(input, {
      address: context.request.ip,
      userAgent: context.get('User-Agent'),
      memberId: memberOf(context),
    });
    context.status = 201;
    return { data, meta: {} };
  },

  /** `GET /api/consents/:receipt`: what was answered, and whether it was withdrawn. */
  async read(context: Context) {
    return answer(context, (receipt) => consents().find(receipt));
  },

  /** `DELETE /api/consents/:receipt`: withdraws it; again, the answer is the same. */
  async withdraw(context: Context) {
    return answer(context, (receipt) => consents().withdraw(receipt));
  },

  /** `GET /consents/summary`, of the panel: how visitors answered lately. */
  async summary() {
    return { data: await consents().summary() };
  },
};

export default controller;
