import { dueDate } from '../../../src/api/enquiry/response-times';
import { isWaiting } from '../../../src/api/enquiry/status';
import type { Transaction } from '../../../src/database/transaction';
import { livingDocuments, type LoadContext } from './load-context';
import type { DemoEnquiry } from './read-files';
import { resolveTime } from './relative-time';

async function relationsOf(context: LoadContext, { training, session }: DemoEnquiry) {
  const [trainingId] = await livingDocuments(
    context,
    'api::training.training',
    training ? [`training/${training}`] : [],
  );
  const [sessionId] = await livingDocuments(
    context,
    'api::training-session.training-session',
    training && session ? [`session/${training}/${session}`] : [],
  );
  return { training: trainingId, session: sessionId };
}

/** What follows from when an enquiry came in, which the rules would take for now. */
function timesOf({ kind, state, received, answered }: DemoEnquiry, now: Date) {
  const receivedAt = resolveTime(received, now);
  const due = dueDate(kind, receivedAt);
  return {
    created_at: receivedAt,
    due_at: isWaiting(state) ? due : null,
    answered_on_time: answered ? resolveTime(answered, now) <= due : null,
  };
}

async function createEnquiry(
  context: LoadContext,
  enquiry: DemoEnquiry,
  transaction: Transaction,
): Promise<string> {
  const {
    key: _key,
    received,
    answered,
    locale,
    notes,
    training: _t,
    session: _s,
    ...fields
  } = enquiry;
  const { documentId } = await context.strapi.documents('api::enquiry.enquiry').create({
    data: {
      ...fields,
      ...(await relationsOf(context, enquiry)),
      visitorLocale: locale,
      // Nobody is to be told of what never came in.
      announcedAt: enquiry.state === 'spam' ? undefined : resolveTime(received, context.now),
      answeredAt: answered ? resolveTime(answered, context.now) : undefined,
      notes: notes?.map(({ written, ...note }) => ({
        ...note,
        writtenAt: resolveTime(written, context.now),
      })),
    },
  });
  // Below the document service, which knows of no enquiry that came in before it was written.
  await transaction('enquiries')
    .where({ document_id: documentId })
    .update(timesOf(enquiry, context.now));
  return documentId;
}

/** Some enquiries in every state, so that the desk has something to work on. */
export async function loadEnquiries(context: LoadContext): Promise<void> {
  const time = ({ received }: DemoEnquiry) => resolveTime(received, context.now).getTime();
  // Their references are counted up in the order in which they came in.
  for (const enquiry of context.content.enquiries.toSorted((a, b) => time(a) - time(b))) {
    await context.ledger.step(`enquiry/${enquiry.key}`, (transaction) =>
      createEnquiry(context, enquiry, transaction),
    );
  }
}
