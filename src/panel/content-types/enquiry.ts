import type { CollectionPanelConfiguration } from '../panel-configuration';

/** The desk's working sheet: what to do comes first, then the question, then where it came from. */
export const enquiry = {
  mainField: 'reference',
  list: {
    columns: ['reference', 'dueAt', 'state', 'kind', 'name', 'assignee'],
    // What waits for an answer comes first, the longest overdue at the top; what waits for none has
    // no date and comes last.
    sortBy: 'dueAt',
    sortOrder: 'ASC',
    labels: { createdAt: 'Received at' },
  },
  rows: [
    { reference: 4, state: 4, kind: 4 },
    { assignee: 6, dueAt: 6 },
    { name: 6, email: 6 },
    { phone: 6, company: 6 },
    { training: 6, session: 6 },
    { message: 12 },
    { notes: 12 },
    { duplicateOf: 6, duplicates: 6 },
    { answeredAt: 4, answeredOnTime: 4, reopenedAt: 4 },
    { member: 6, visitorLocale: 3, acceptedPolicyVersion: 3 },
    { spamScore: 4 },
    { spamReasons: 12 },
    { source: 12 },
  ],
  fields: {
    reference: {
      label: 'Reference',
      hint: 'The number that the visitor was given. Set when the enquiry arrives.',
      readOnly: true,
    },
    kind: { label: 'Kind', hint: 'What the question is about. It decides when an answer is due.' },
    state: {
      label: 'Status',
      hint: 'New until someone opens it; won or lost when it is settled; spam is kept aside.',
    },
    assignee: {
      label: 'Assignee',
      hint: 'The colleague who answers. Empty means that nobody has taken it.',
      mainField: 'email',
    },
    name: { label: 'Name', hint: 'As the visitor wrote it.' },
    email: { label: 'E-mail', hint: 'The address that the answer goes to.' },
    phone: { label: 'Phone', hint: 'Only for a call that the visitor asked for.' },
    company: { label: 'Company', hint: 'Empty for a private person.' },
    message: { label: 'Message', hint: "The visitor's own words." },
    training: {
      label: 'Training',
      hint: 'The training that the question is about, if any.',
      mainField: 'title',
    },
    session: {
      label: 'Session',
      hint: 'The date that the question is about, if any.',
      mainField: 'name',
    },
    notes: {
      label: 'Notes',
      note: 'for colleagues only; add another to correct one, for each stays as it was written',
    },
    duplicateOf: {
      label: 'Duplicate of',
      hint: 'The first of several with the same address and message within 24 hours.',
      mainField: 'reference',
      readOnly: true,
    },
    duplicates: {
      label: 'Duplicates',
      hint: 'Later ones with the same address and message.',
      mainField: 'reference',
      readOnly: true,
    },
    visitorLocale: {
      label: 'Language of the visitor',
      hint: 'The language of the page that the question was sent from.',
      readOnly: true,
    },
    source: { label: 'Source', note: 'where on the site the enquiry was sent', readOnly: true },
    acceptedPolicyVersion: {
      label: 'Accepted policy version',
      hint: 'The version of the policy that the visitor agreed to.',
      readOnly: true,
    },
    member: {
      label: 'Member',
      hint: 'The account that sent it. Empty when the visitor was not signed in.',
      mainField: 'email',
      readOnly: true,
    },
    dueAt: {
      label: 'Due at',
      hint: 'Answer before this. Empty when no answer is due: once answered, settled, or spam.',
      readOnly: true,
    },
    answeredAt: {
      label: 'Answered at',
      hint: 'When the status first became answered.',
      readOnly: true,
    },
    answeredOnTime: {
      label: 'Answered on time',
      hint: 'Whether the first answer came before it was due.',
      readOnly: true,
    },
    reopenedAt: {
      label: 'Reopened at',
      hint: 'When it was last opened again after an answer; it is due counted from then.',
      readOnly: true,
    },
    spamScore: {
      label: 'Spam score',
      hint: 'From 0, surely genuine, to 100, surely spam. From 50 it is set aside.',
      readOnly: true,
    },
    spamReasons: {
      label: 'Spam reasons',
      hint: 'What raised the score, the weightiest first. The box at the side says it in sentences.',
      readOnly: true,
    },
    fingerprint: 'hidden',
    announcedAt: 'hidden',
  },
} satisfies CollectionPanelConfiguration<'api::enquiry.enquiry'>;
