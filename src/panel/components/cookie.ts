import type { PanelConfiguration } from '../panel-configuration';

export const cookieCategory = {
  mainField: 'name',
  rows: [{ name: 6, key: 6 }, { description: 12 }, { required: 6 }, { cookies: 12 }],
  fields: {
    key: {
      label: 'Key',
      hint: 'Small letters, digits and hyphens. Consents are recorded under it: never change it.',
      placeholder: 'statistics',
    },
    name: { label: 'Name', hint: 'The choice as visitors read it.' },
    description: { label: 'Description', hint: 'What these cookies do, in one or two sentences.' },
    required: {
      label: 'Required',
      hint: 'The site cannot work without them: visitors are told, but not asked.',
    },
    cookies: { label: 'Cookies of this category' },
  },
} satisfies PanelConfiguration<'cookie.category'>;

export const cookie = {
  mainField: 'name',
  rows: [{ name: 4, provider: 4, duration: 4 }, { purpose: 12 }],
  fields: {
    name: { label: 'Name', hint: 'As the browser stores it.', placeholder: 'session_id' },
    provider: { label: 'Provider', hint: 'Who sets the cookie. Empty means this site.' },
    purpose: { label: 'Purpose', hint: 'What the cookie is for, in one sentence.' },
    duration: {
      label: 'Duration',
      hint: 'How long the browser keeps it.',
      placeholder: '12 months',
    },
  },
} satisfies PanelConfiguration<'cookie.cookie'>;
