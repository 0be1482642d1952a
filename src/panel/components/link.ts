import type { PanelConfiguration } from '../panel-configuration';

export const link = {
  mainField: 'label',
  rows: [{ label: 6, url: 6 }],
  fields: {
    label: { label: 'Label', hint: 'The text of the link.' },
    url: {
      label: 'Address',
      hint: 'A path of this site or a full address.',
      placeholder: '/trainings',
    },
  },
} satisfies PanelConfiguration<'shared.link'>;
