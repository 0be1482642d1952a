import { factories } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { parseBody, parseInput } from '../../../http/parse-input';
import { respond, type Context } from '../../../http/respond';
import { enquiryChange, enquiryInput } from '../enquiry-input';
import { exportEnquiries } from '../export';
import type { Receipt } from '../idempotency';

const DAY_IN_MILLISECONDS = 24 * 60 * 60 * 1000;

const day = z.iso.date('Write a day such as 2026-01-31.').transform((date) => new Date(date));
const exportQuery = z.strictObject({ from: day.optional(), to: day.optional() });

/** The header Idempotency-Key: any text of 1 to 255 visible ASCII characters. */
function idempotencyKey(context: Context): string | undefined {
  const key = context.get('Idempotency-Key');
  if (key === '') return undefined;
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new errors.ValidationError(
    'Idempotency-Key must have 1 to 255 visible ASCII characters; a UUID is a good choice.',
  );
}

interface Document {
  documentId: string;
}

/** Adds to each enquiry whom it is assigned to, which Strapi keeps from the API as a panel user. */
async function withAssignees(enquiries: Document[]): Promise<object[]> {
  const assignees: Map<string, object> = await strapi
    .service('api::enquiry.enquiry')
    .assignees(enquiries.map(({ documentId }) => documentId));
  return enquiries.map((enquiry) => ({
    ...enquiry,
    assignee: assignees.get(enquiry.documentId) ?? null,
  }));
}

export default factories.createCoreController('api::enquiry.enquiry', ({ strapi }) => ({
  /** `POST /api/enquiries`: stores an enquiry; tells the reference and nothing else of it. */
  async create(context) {
    const input = parseBody(enquiryInput, context.request.body);
    const receipt: Receipt = await strapi
      .service('api::enquiry.enquiry')
      .receive(input, idempotencyKey(context));
    context.status = 201;
    return { data: receipt, meta: {} };
  },

  /** `GET /api/enquiries`: the generated list, with assignees. */
  async find(context) {
    const { data, meta } = (await super.find(context)) as { data: Document[]; meta: object };
    return { data: await withAssignees(data), meta };
  },

  /** `GET /api/enquiries/:documentId`: one enquiry, with its assignee. */
  async findOne(context) {
    const answer = (await super.findOne(context)) as { data: Document } | undefined;
    if (!answer) return context.notFound();
    const [data] = await withAssignees([answer.data]);
    return { ...answer, data };
  },

  /** `PUT /api/enquiries/:documentId`: the desk changes status, assignee or notes. */
  async update(context) {
    const change = parseBody(enquiryChange, context.request.body);
    const documentId = String(context.params.id);
    const changed: Document | null = await strapi
      .service('api::enquiry.enquiry')
      .change(documentId, change);
    if (!changed) return context.notFound();
    const answer = (await respond(this, context, changed)) as { data: Document };
    const [enquiry] = await withAssignees([answer.data]);
    return { ...answer, data: enquiry };
  },

  /** `GET /api/enquiries/export.csv?from=&to=`: a period as CSV; both days count in. */
  exportCsv(context) {
    const { from, to } = parseInput(exportQuery, context.query);
    const before = to && new Date(to.getTime() + DAY_IN_MILLISECONDS);
    context.type = 'text/csv; charset=utf-8';
    context.attachment('enquiries.csv');
    context.body = exportEnquiries({ from, before });
  },
}));
