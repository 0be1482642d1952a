import type { PanelConfiguration } from '../panel-configuration';

export const enquirySource = {
  mainField: 'page',
  rows: [{ page: 6, referrer: 6 }, { utm: 12 }],
  fields: {
    page: { label: 'Page', hint: 'The page that carried the form.', readOnly: true },
    referrer: {
      label: 'Referrer',
      hint: 'The page that led to it. Empty when the visitor came directly.',
      readOnly: true,
    },
    utm: {
      label: 'Campaign',
      hint: 'The utm parameters of the address, such as source and medium.',
      readOnly: true,
    },
  },
} satisfies PanelConfiguration<'enquiry.source'>;

export const enquiryNote = {
  mainField: 'text',
  rows: [{ text: 12 }, { author: 6, writtenAt: 6 }],
  fields: {
    text: { label: 'Note', hint: 'What a colleague should know. Visitors never see it.' },
    author: { label: 'Written by', hint: 'Set when the enquiry is saved.', readOnly: true },
    writtenAt: { label: 'Written at', hint: 'Set when the enquiry is saved.', readOnly: true },
  },
} satisfies PanelConfiguration<'enquiry.note'>;
