import type { CollectionPanelConfiguration } from '../panel-configuration';

/** Evidence of what visitors agreed to: everything is shown, nothing is for editors to change. */
export const cookiePolicyVersion = {
  mainField: 'title',
  list: {
    columns: ['title', 'version', 'policyLocale', 'effectiveFrom', 'createdAt'],
    sortBy: 'createdAt',
    sortOrder: 'DESC',
    labels: { createdAt: 'Published at' },
  },
  rows: [
    { title: 8, version: 4 },
    { policyLocale: 4, effectiveFrom: 8 },
    { policyDocumentId: 4, sha256: 8 },
    { content: 12 },
  ],
  fields: {
    title: {
      label: 'Title',
      hint: 'Kept by the system as evidence: publish the cookie policy to make a new version.',
      readOnly: true,
    },
    version: { label: 'Version', hint: 'Counts up within one language.', readOnly: true },
    policyLocale: {
      label: 'Language',
      hint: 'The language in which visitors read this version.',
      readOnly: true,
    },
    effectiveFrom: {
      label: 'Effective from',
      hint: 'The date from which this version applies.',
      readOnly: true,
    },
    policyDocumentId: {
      label: 'Policy',
      hint: 'The document ID of the cookie policy.',
      readOnly: true,
    },
    sha256: {
      label: 'Fingerprint',
      hint: 'SHA-256 of the content. It proves that the text was not altered.',
      readOnly: true,
    },
    content: {
      label: 'Content',
      hint: 'The text and the cookie categories, exactly as they were published.',
      readOnly: true,
    },
  },
} satisfies CollectionPanelConfiguration<'api::cookie-policy.cookie-policy-version'>;
