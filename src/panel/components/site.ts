import type { PanelConfiguration } from '../panel-configuration';

export const contactBlock = {
  mainField: 'heading',
  rows: [{ heading: 12 }, { text: 12 }, { callToAction: 12 }],
  fields: {
    heading: { label: 'Heading', hint: 'One line that invites to get in touch.' },
    text: { label: 'Text', hint: 'Two or three sentences under the heading.' },
    callToAction: { label: 'Call to action', note: 'the button under the text' },
  },
} satisfies PanelConfiguration<'site.contact-block'>;

export const organisation = {
  mainField: 'name',
  rows: [
    { name: 6, legalName: 6 },
    { url: 4, email: 4, phone: 4 },
    { street: 12 },
    { postalCode: 4, city: 4, country: 4 },
    { logo: 12 },
    { profiles: 12 },
  ],
  fields: {
    name: { label: 'Name', hint: 'As the public knows the organisation.' },
    legalName: { label: 'Legal name', hint: 'As registered. Empty means the same as the name.' },
    url: { label: 'Website', placeholder: 'https://example.com' },
    logo: { label: 'Logo', hint: 'Shown beside the name in search results, at least 112 pixels.' },
    email: { label: 'E-mail', hint: 'The public address of the organisation.' },
    phone: {
      label: 'Phone',
      hint: 'With the country code.',
      placeholder: '+33 1 00 00 00 00',
    },
    street: { label: 'Street and number' },
    postalCode: { label: 'Postal code' },
    city: { label: 'City' },
    country: { label: 'Country', hint: 'Two capital letters, ISO 3166.', placeholder: 'FR' },
    profiles: { label: 'Profiles on other sites' },
  },
} satisfies PanelConfiguration<'site.organisation'>;
