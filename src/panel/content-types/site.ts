import type { PanelConfiguration } from '../panel-configuration';

/** What every page shows around its content. */
export const site = {
  mainField: 'name',
  rows: [
    { name: 12 },
    { navigation: 12 },
    { contact: 12 },
    { cookieNotice: 12 },
    { organisation: 12 },
    { seo: 12 },
  ],
  fields: {
    name: { label: 'Name', hint: 'The name of the site, shown in its header and in feeds.' },
    organisation: { label: 'Organisation', note: 'who runs the site, as search engines learn it' },
    contact: { label: 'Contact block', note: 'shown at the end of every page' },
    cookieNotice: {
      label: 'Cookie notice',
      hint: 'Shown to visitors who have not chosen yet. Its choices come from the cookie policy.',
    },
    navigation: { label: 'Navigation', note: 'the links of the header, in order' },
    seo: {
      label: 'Search engines and link previews',
      note: 'for pages that set nothing themselves',
    },
  },
} satisfies PanelConfiguration<'api::site.site'>;
