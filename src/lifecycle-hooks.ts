import type { Core } from '@strapi/strapi';
import { setFirstPublishedAt } from './api/blog/hooks/set-first-published-at';
import { setReadingMinutes } from './api/blog/hooks/set-reading-minutes';
import { checkCookieCategories } from './api/cookie-policy/hooks/check-categories';
import { recordPolicyVersion } from './api/cookie-policy/hooks/record-version';
import { announceEnquiry } from './api/enquiry/hooks/announce-enquiry';
import { appendNotes } from './api/enquiry/hooks/append-notes';
import { checkStatusChange } from './api/enquiry/hooks/check-status-change';
import { forgetEnquiry } from './api/enquiry/hooks/forget-enquiry';
import { linkDuplicate } from './api/enquiry/hooks/link-duplicate';
import { refuseStaleSave } from './api/enquiry/hooks/refuse-stale-save';
import { setAnswerTimes } from './api/enquiry/hooks/set-answer-times';
import { setDueDate } from './api/enquiry/hooks/set-due-date';
import { setReference } from './api/enquiry/hooks/set-reference';
import { redirectRenamedDocument } from './api/redirect/hooks/redirect-renamed-document';
import { checkSession } from './api/training-session/hooks/check-session';
import {
  linkSessionToEveryTranslation,
  refuseSessionsFromTraining,
} from './api/training-session/hooks/link-every-translation';
import { nameSession } from './api/training-session/hooks/name-session';
import { copyTrainingWithoutSessions } from './api/training/hooks/copy-without-sessions';
import { checkPrice } from './hooks/check-price';
import { checkQuery } from './hooks/check-query';
import { clearOriginOfCopy } from './hooks/clear-origin-of-copy';
import type { DocumentHook } from './hooks/document-context';
import { guardPublishedReads } from './hooks/guard-published-reads';
import { reportConstraintViolation } from './hooks/report-constraint-violation';
import { serializePublications } from './hooks/serialize-publications';
import { setBodyHtml } from './hooks/set-body-html';
import { setSlug, setSlugOfCopy } from './hooks/set-slug';

/**
 * All that runs when a document is read or written, outermost first. Each is one rule; none relies
 * on another but where a comment says so.
 */
const lifecycleHooks: readonly DocumentHook[] = [
  // Outermost: what any of the others or the write itself runs into.
  reportConstraintViolation,
  // Before what rewrites queries, which relies on their being well formed.
  checkQuery,
  guardPublishedReads,
  serializePublications,

  // Checks: they refuse before anything is computed.
  checkPrice,
  checkSession,
  checkCookieCategories,
  refuseStaleSave,
  checkStatusChange,
  refuseSessionsFromTraining,

  // Computed fields.
  setSlug,
  setSlugOfCopy,
  clearOriginOfCopy,
  copyTrainingWithoutSessions,
  setBodyHtml,
  setReadingMinutes,
  setReference,
  linkDuplicate,
  setAnswerTimes,
  setDueDate,
  appendNotes,

  // What follows from a publication, in its transaction.
  setFirstPublishedAt,
  recordPolicyVersion,
  redirectRenamedDocument,
  linkSessionToEveryTranslation,
  nameSession,

  // What others are told of: innermost, so that it sees what the rules above have computed.
  announceEnquiry,
  forgetEnquiry,
];

/** Makes the document service run every hook, in the order above. */
export function registerLifecycleHooks(strapi: Core.Strapi): void {
  for (const hook of lifecycleHooks) strapi.documents.use(hook);
}
