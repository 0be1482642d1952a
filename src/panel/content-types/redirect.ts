import type { CollectionPanelConfiguration } from '../panel-configuration';

/** Made by the system when a slug changes; an editor comes here only to remove one. */
export const redirect = {
  mainField: 'fromSlug',
  list: {
    columns: ['fromSlug', 'contentType', 'language', 'targetDocumentId', 'createdAt'],
    sortBy: 'createdAt',
    sortOrder: 'DESC',
  },
  rows: [
    { fromSlug: 8, language: 4 },
    { contentType: 4, targetDocumentId: 8 },
  ],
  fields: {
    fromSlug: {
      label: 'Old slug',
      hint: 'Made by the system when a slug changes. Visitors of this address are led on.',
    },
    contentType: { label: 'Content type', hint: 'Which kind of page the old address was.' },
    language: {
      label: 'Language',
      hint: 'The language of the page, as a code.',
      placeholder: 'en',
    },
    targetDocumentId: {
      label: 'Target',
      hint: 'The document ID of the page that visitors are led to, whatever its slug is now.',
    },
  },
} satisfies CollectionPanelConfiguration<'api::redirect.redirect'>;
