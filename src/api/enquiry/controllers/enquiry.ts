import { factories } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { parseBody, parseInput } from '../../../http/parse-input';
import {
  pathParameter,
  readQuery,
  respond,
  type Answer,
  type Context,
  type CoreController,
} from '../../../http/respond';
import { serviceOf } from '../../../http/service-of';
import { enquiryChange, enquiryInput } from '../enquiry-input';
import { exportEnquiries } from '../export';
import { onlyOverdue } from '../overdue';
import { enquiryPopulate } from '../populate';
import { toPublicEnquiry, toStoredQuery } from '../public-names';
import type enquiryService from '../services/enquiry';

const ENQUIRY = 'api::enquiry.enquiry';

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

const enquiryServices = () => serviceOf<typeof enquiryService>(ENQUIRY);

/**
 * Enquiries as the API shows them: with whom each is assigned to, which Strapi keeps from the API
 * as a panel user, and with their public names.
 */
async function present(enquiries: Document[]): Promise<object[]> {
  const assignees = await enquiryServices().assignees(enquiries.map((item) => item.documentId));
  return enquiries.map((enquiry) => ({
    ...toPublicEnquiry(enquiry),
    assignee: assignees.get(enquiry.documentId) ?? null,
  }));
}

/**
 * The query of a read, checked, in the names of the content type. Where the client chooses neither
 * fields nor relations, an enquiry comes with what the desk needs.
 */
async function readEnquiryQuery(controller: Partial<CoreController>, context: Context) {
  context.query = toStoredQuery(context.query);
  const query = await readQuery(controller, context);
  const hasChosen = query.populate !== undefined || query.fields !== undefined;
  return hasChosen ? query : { ...query, populate: enquiryPopulate };
}

/** Answers with one enquiry and its assignee; 404 where there is none. */
async function respondWithAssignee(
  controller: Partial<CoreController>,
  context: Context,
  enquiry: unknown,
): Promise<Answer<object | undefined>> {
  if (!enquiry) throw new errors.NotFoundError('Not Found');
  const answer = await respond<Document>(controller, context, enquiry);
  const [data] = await present([answer.data]);
  return { ...answer, data };
}

/** Answers with a page of enquiries and their assignees. */
async function respondWithList(
  controller: Partial<CoreController>,
  context: Context,
  query: Record<string, unknown>,
): Promise<Answer<object[]>> {
  const { results, pagination } = await enquiryServices().find(query);
  const answer = await respond<Document[]>(controller, context, results, { pagination });
  return { ...answer, data: await present(answer.data) };
}

export default factories.createCoreController(ENQUIRY, () => ({
  /** `POST /api/enquiries`: stores an enquiry; tells the reference and nothing else of it. */
  async create(context) {
    const input = parseBody(enquiryInput, context.request.body);
    const key = idempotencyKey(context);
    const receipt = await enquiryServices().receive(input, { key, address: context.request.ip });
    context.status = 201;
    return { data: receipt, meta: {} };
  },

  /** `GET /api/enquiries/form-token`: what a form asks for when it is shown, and sends back. */
  async formToken() {
    return { data: await enquiryServices().formToken(), meta: {} };
  },

  /** `GET /api/enquiries`: the generated list, with assignees and notes. */
  async find(context) {
    return respondWithList(this, context, await readEnquiryQuery(this, context));
  },

  /** `GET /api/enquiries/overdue`: those of the list that should have their answer by now. */
  async overdue(context) {
    const query = await readEnquiryQuery(this, context);
    return respondWithList(this, context, onlyOverdue(query, new Date()));
  },

  /** `GET /api/enquiries/:id`: one enquiry by its documentId, with its assignee. */
  async findOne(context) {
    const query = await readEnquiryQuery(this, context);
    const enquiry = await enquiryServices().findOne(pathParameter(context, 'id'), query);
    return respondWithAssignee(this, context, enquiry);
  },

  /** `PUT /api/enquiries/:id`: the desk changes status or assignee, and adds a note. */
  async update(context) {
    const change = parseBody(enquiryChange, context.request.body);
    const enquiry = await enquiryServices().change(pathParameter(context, 'id'), change);
    return respondWithAssignee(this, context, enquiry);
  },

  /** `GET /api/enquiries/export.csv?from=&to=`: a period as CSV; both days count in. */
  async exportCsv(context) {
    const { from, to } = parseInput(exportQuery, context.query);
    const before = to && new Date(to.getTime() + DAY_IN_MILLISECONDS);
    const csv = await exportEnquiries({ from, before });
    // A part must not pass for the whole: the client sees the connection break.
    csv.once('error', () => context.res.destroy());
    context.type = 'text/csv; charset=utf-8';
    context.attachment('enquiries.csv');
    context.body = csv;
  },
}));
