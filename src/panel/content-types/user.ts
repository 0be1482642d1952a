import type { CollectionPanelConfiguration } from '../panel-configuration';

/** A member of the site. Colleagues who use this panel are managed in its settings instead. */
export const user = {
  mainField: 'username',
  list: {
    columns: ['username', 'email', 'role', 'confirmed', 'blocked', 'createdAt'],
    sortBy: 'createdAt',
    sortOrder: 'DESC',
    labels: { createdAt: 'Registered at' },
  },
  rows: [
    { username: 6, email: 6 },
    { password: 6, role: 6 },
    { confirmed: 6, blocked: 6 },
  ],
  fields: {
    username: { label: 'User name', hint: 'The member signs in with it or with the e-mail.' },
    email: { label: 'E-mail', hint: 'Confirmations and new passwords are sent to it.' },
    password: { label: 'Password', hint: 'Type a new one to replace it. It is never shown.' },
    role: { label: 'Role', hint: 'What the member may do through the API.', mainField: 'name' },
    confirmed: { label: 'Confirmed', hint: 'Whether the member has proved the e-mail address.' },
    blocked: { label: 'Blocked', hint: 'A blocked member cannot sign in.' },
    provider: 'hidden',
    resetPasswordToken: 'hidden',
    confirmationToken: 'hidden',
  },
} satisfies CollectionPanelConfiguration<'plugin::users-permissions.user'>;
