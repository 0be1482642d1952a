import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Transaction } from '../database/transaction';
import { jobQueue, type JobContext } from '../plugins/jobs/accessor';
import { people, type Holder } from '../plugins/privacy/accessor';
import { confirmEnquiry } from './confirm-enquiry';
import { findEnquiry, type EnquiryDetails } from './enquiry-details';
import { describeFailure } from './failure';
import { notifyDesk } from './notify-desk';
import type { OutgoingMail } from './outgoing-mail';
import { loadLayouts, type Render } from './render';
import { send, untilStopped } from './send';
import { findSent, forgetSent, recordSent, wasSent } from './sent-mails';

/** What a job needs to know: ids alone, since jobs outlive the erasure of what they are about. */
type Payload = { enquiry: string };

type Compose = (enquiry: EnquiryDetails) => Promise<OutgoingMail | undefined>;

/** The mails about an enquiry, by the name of their templates. */
const MAILS: Record<string, Compose> = {
  'confirm-enquiry': confirmEnquiry,
  'notify-desk': notifyDesk,
};

/**
 * The job engine waits e, e², e³ … s between attempts, at most e^10 s, about six hours: the
 * thirteenth comes 22 hours after the first. A mail server may be away for a night.
 */
const MAX_ATTEMPTS = 13;

const taskOf = (template: string) => `mail.${template}`;

/** What tells the job of a mail from others: there is one for each mail about each enquiry. */
const jobKey = (template: string, documentId: string) => `${taskOf(template)}:${documentId}`;

/**
 * Decides what a mail that was not sent means for its job: it ends where the server will never take
 * the mail, and is tried again otherwise. The log gets ids and codes, never an address.
 */
function endOrRetry(error: unknown, mail: string, { attempt, maxAttempts }: JobContext): void {
  const { isPermanent, summary } = describeFailure(error);
  if (isPermanent) {
    strapi.log.error(`Mail ${mail} was refused for good: ${summary}`);
    return;
  }
  if (attempt >= maxAttempts) {
    strapi.log.error(`Mail ${mail} was given up after ${attempt} attempts: ${summary}`);
  }
  // Without the cause: the engine keeps what is thrown, and the server's words name addresses.
  throw new Error(`Mail ${mail} was not sent: ${summary}`);
}

/**
 * Sends one mail about an enquiry, unless it has been sent, or the enquiry is gone or spam by now.
 * Between sending and noting it nothing can help: who dies there sends it once more, with the same
 * Message-ID.
 */
async function sendOnce(
  render: Render,
  template: string,
  compose: Compose,
  { enquiry: documentId }: Payload,
  context: JobContext,
): Promise<void> {
  if (await wasSent(documentId, template)) return;
  const enquiry = await findEnquiry(documentId);
  if (!enquiry || enquiry.state === 'spam') return;
  const mail = await compose(enquiry);
  if (!mail) return;
  const rendered = render(mail.content);
  const id = `${template}.${documentId}`;
  try {
    await untilStopped(send(mail, rendered, id), context.signal);
  } catch (error) {
    endOrRetry(error, id, context);
    return;
  }
  await recordSent(documentId, template);
}

/**
 * Forgets the mails about an enquiry that is being deleted: those that wait are not sent any more.
 * @param documentId of the enquiry
 */
export async function forgetMails(transaction: Transaction, documentId: string): Promise<void> {
  for (const template of Object.keys(MAILS)) await jobQueue().remove(jobKey(template, documentId));
  await forgetSent(transaction, documentId);
}

/** The mails that were sent about a person's enquiries: when, and which. */
const sentMails: Holder = {
  name: 'mails',

  async find({ documents }, transaction) {
    const ids = documents.map(({ documentId }) => documentId);
    const sent = await findSent(transaction, ids);
    return sent.map(({ enquiry, template, sent_at: sentAt }) => ({
      id: `${enquiry}/${template}`,
      reference: template,
      data: { enquiry, mail: template, sentAt },
    }));
  },

  async erase({ documents }, transaction) {
    for (const { documentId } of documents) await forgetMails(transaction, documentId);
  },
};

/** Registers the jobs that send mails, and what is known of sent ones; call it in the application's `register`. */
export function registerMails(strapi: Core.Strapi): void {
  people().holdData(sentMails);
  const render = loadLayouts(path.join(strapi.dirs.app.src, 'mail/templates'));
  for (const [template, compose] of Object.entries(MAILS)) {
    jobQueue().handle<Payload>(taskOf(template), (payload, context) =>
      sendOnce(render, template, compose, payload, context),
    );
  }
}

/**
 * Has the mails about a new enquiry sent: the confirmation to the visitor and the notification to
 * the desk. They are sent when the transaction that is open has committed, and only then; a mail
 * that has been sent is not sent again, however often this is called.
 * @param documentId of the enquiry
 */
export async function mailAboutEnquiry(documentId: string): Promise<void> {
  for (const template of Object.keys(MAILS)) {
    const task = taskOf(template);
    const payload: Payload = { enquiry: documentId };
    await jobQueue().add(task, payload, {
      key: jobKey(template, documentId),
      // One after another: a server that hangs holds up two workers, not all.
      queue: task,
      maxAttempts: MAX_ATTEMPTS,
    });
  }
}
