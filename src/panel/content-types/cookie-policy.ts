import type { CollectionPanelConfiguration } from '../panel-configuration';

/** The text that visitors agree to, and the choices that the cookie notice offers them. */
export const cookiePolicy = {
  mainField: 'title',
  list: {
    columns: ['title', 'slug', 'version', 'effectiveFrom'],
    sortBy: 'effectiveFrom',
    sortOrder: 'DESC',
  },
  rows: [{ title: 8, slug: 4 }, { effectiveFrom: 8, version: 4 }, { body: 12 }, { categories: 12 }],
  fields: {
    title: { label: 'Title', hint: 'The heading of the policy page.' },
    slug: {
      label: 'Slug',
      hint: 'The end of the address, made from the title. Older addresses keep leading here.',
    },
    body: {
      label: 'Body',
      hint: 'The policy, in Markdown. Publishing a change makes a new version.',
    },
    effectiveFrom: {
      label: 'Effective from',
      hint: 'The site shows the newest published policy whose date has come.',
    },
    version: {
      label: 'Version',
      hint: 'Counts the publications that changed something.',
      readOnly: true,
    },
    categories: { label: 'Cookie categories', note: 'the choices of the cookie notice, in order' },
    bodyHtml: 'hidden',
  },
} satisfies CollectionPanelConfiguration<'api::cookie-policy.cookie-policy'>;
