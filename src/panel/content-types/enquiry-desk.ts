import type { PanelConfiguration } from '../panel-configuration';

/** How the enquiry desk works; editors, who see no enquiries, do not see it either. */
export const enquiryDesk = {
  mainField: 'notificationEmail',
  rows: [{ notificationEmail: 6 }],
  fields: {
    notificationEmail: {
      label: 'Address for new enquiries',
      hint: 'Each new enquiry is sent here in full, so choose who reads it. Empty means to nobody.',
      placeholder: 'desk@example.com',
    },
  },
} satisfies PanelConfiguration<'api::enquiry-desk.enquiry-desk'>;
