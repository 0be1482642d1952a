import type { PanelConfiguration } from '../panel-configuration';

export const trainingModule = {
  mainField: 'title',
  rows: [{ title: 8, hours: 4 }, { summary: 12 }],
  fields: {
    title: { label: 'Title', hint: 'The heading of this part of the programme.' },
    summary: { label: 'Summary', hint: 'What is taught in it.' },
    hours: { label: 'Hours', hint: 'Hours of teaching. Halves are allowed.', placeholder: '3.5' },
  },
} satisfies PanelConfiguration<'training.module'>;

export const outcome = {
  mainField: 'text',
  rows: [{ text: 12 }],
  fields: {
    text: {
      label: 'Outcome',
      hint: 'Completes the sentence "You will be able to …".',
      placeholder: 'clean a data set and explain every step',
    },
  },
} satisfies PanelConfiguration<'training.outcome'>;

export const price = {
  mainField: 'amount',
  rows: [{ amount: 4, currency: 4, taxIncluded: 4 }],
  fields: {
    amount: { label: 'Amount', hint: 'In whole units of the currency; 0 means free of charge.' },
    currency: {
      label: 'Currency',
      hint: 'Three capital letters, ISO 4217.',
      placeholder: 'EUR',
    },
    taxIncluded: { label: 'Tax included', hint: 'Whether the amount already contains the tax.' },
  },
} satisfies PanelConfiguration<'training.price'>;

export const venue = {
  mainField: 'name',
  rows: [{ name: 6, street: 6 }, { postalCode: 4, city: 4, country: 4 }, { directions: 12 }],
  fields: {
    name: { label: 'Name', hint: 'The building or the room.' },
    street: { label: 'Street and number' },
    postalCode: { label: 'Postal code' },
    city: { label: 'City' },
    country: { label: 'Country', hint: 'Two capital letters, ISO 3166.', placeholder: 'FR' },
    directions: { label: 'Directions', hint: 'How to find the way in.' },
  },
} satisfies PanelConfiguration<'training.venue'>;
