import type { UID } from '@strapi/strapi';

/**
 * Who may do what: this table is the truth. At every start `sync.ts` makes the database match it,
 * granting what is missing and revoking what is not listed, so that a click in the panel changes
 * permissions until the next start only. See docs/decisions for why.
 */

/** A role of the API (users-permissions): visitors, members and staff with a sign-in of their own. */
export interface ApiRole {
  /** What the users-permissions plugin knows the role by. */
  type: string;
  name: string;
  description: string;
  /** Controller actions that the role may call. */
  actions: readonly string[];
}

const READABLE = [
  'api::blog.blog.find',
  'api::blog.blog.findOne',
  'api::blog.blog.findBySlug',
  'api::blog.blog.latest',
  'api::category.category.find',
  'api::category.category.findOne',
  'api::cookie-policy.cookie-policy.find',
  'api::cookie-policy.cookie-policy.findOne',
  'api::cookie-policy.cookie-policy.findBySlug',
  'api::cookie-policy.cookie-policy.current',
  'api::cookie-policy.cookie-policy.versions',
  'api::cookie-policy.cookie-policy.changes',
  'api::person.person.find',
  'api::person.person.findOne',
  'api::site.site.find',
  'api::tag.tag.find',
  'api::tag.tag.findOne',
  'api::training.training.find',
  'api::training.training.findOne',
  'api::training.training.findBySlug',
  'api::training.training.related',
  'api::training-session.training-session.find',
  'api::training-session.training-session.findOne',
] as const;

const ENQUIRE = ['api::enquiry.enquiry.create', 'api::enquiry.enquiry.formToken'] as const;

/** Answering to the cookie notice, and taking it back. */
const CONSENT = [
  'api::consent.consent.create',
  'api::consent.consent.read',
  'api::consent.consent.withdraw',
] as const;

/** Signing in, and what leads there; a member needs it too, to sign in again. */
const SIGN_IN = [
  'plugin::users-permissions.auth.callback',
  'plugin::users-permissions.auth.emailConfirmation',
  'plugin::users-permissions.auth.forgotPassword',
  'plugin::users-permissions.auth.refresh',
  'plugin::users-permissions.auth.register',
  'plugin::users-permissions.auth.resetPassword',
  'plugin::users-permissions.auth.sendEmailConfirmation',
] as const;

/** What somebody who is signed in does with their own account. */
const OWN_ACCOUNT = [
  'plugin::users-permissions.auth.changePassword',
  'plugin::users-permissions.auth.getSessions',
  'plugin::users-permissions.auth.logout',
  'plugin::users-permissions.auth.revokeSession',
  'plugin::users-permissions.user.me',
] as const;

export const API_ROLES: readonly ApiRole[] = [
  {
    type: 'public',
    name: 'Public',
    description: 'Visitors of the website: they read what is published and send enquiries.',
    actions: [...READABLE, ...ENQUIRE, ...CONSENT, ...SIGN_IN],
  },
  {
    type: 'authenticated',
    name: 'Member',
    description: 'Registered visitors: they do what visitors do, and manage their account.',
    actions: [...READABLE, ...ENQUIRE, ...CONSENT, ...SIGN_IN, ...OWN_ACCOUNT],
  },
  {
    type: 'enquiry-desk',
    name: 'Enquiry desk',
    description: 'Programs and people of the enquiry desk: they read and process enquiries.',
    actions: [
      ...READABLE,
      ...ENQUIRE,
      ...CONSENT,
      ...SIGN_IN,
      ...OWN_ACCOUNT,
      'api::enquiry.enquiry.find',
      'api::enquiry.enquiry.findOne',
      'api::enquiry.enquiry.update',
      'api::enquiry.enquiry.exportCsv',
      'api::enquiry.enquiry.overdue',
    ],
  },
];

/** What may be done to a content type in the panel. */
export type ContentAction = 'create' | 'read' | 'update' | 'delete' | 'publish';

/** A rule of a panel role: some actions on some content types. */
export interface ContentRule {
  actions: readonly ContentAction[];
  subjects: readonly UID.ContentType[];
  /** The fields that the rule reaches; all of them where it names none. */
  fields?: readonly string[];
  /** Conditions that Strapi knows by name, such as having created the document. */
  conditions?: readonly string[];
}

/** A role of the admin panel. Super Admin is Strapi's own and may do everything. */
export interface AdminRole {
  code: string;
  name: string;
  description: string;
  content: readonly ContentRule[];
  /** Actions that belong to no content type. */
  actions: readonly { action: string; conditions?: readonly string[] }[];
}

const PUBLISHED_TYPES = [
  'api::training.training',
  'api::blog.blog',
  'api::cookie-policy.cookie-policy',
] as const;

const SHARED_TYPES = [
  'api::training-session.training-session',
  'api::person.person',
  'api::category.category',
  'api::tag.tag',
  'api::redirect.redirect',
] as const;

const IS_CREATOR = ['admin::is-creator'];

const USE_MEDIA = [
  { action: 'plugin::upload.read' },
  { action: 'plugin::upload.configure-view' },
  { action: 'plugin::upload.assets.create' },
  { action: 'plugin::upload.assets.download' },
  { action: 'plugin::upload.assets.copy-link' },
];

export const ADMIN_ROLES: readonly AdminRole[] = [
  {
    code: 'strapi-editor',
    name: 'Editor',
    description: 'Editors write and publish all content. They do not see enquiries.',
    content: [
      { actions: ['create', 'read', 'update', 'delete', 'publish'], subjects: PUBLISHED_TYPES },
      { actions: ['create', 'read', 'update', 'delete'], subjects: SHARED_TYPES },
      { actions: ['create', 'read', 'update'], subjects: ['api::site.site'] },
      { actions: ['read'], subjects: ['api::cookie-policy.cookie-policy-version'] },
    ],
    actions: [...USE_MEDIA, { action: 'plugin::upload.assets.update' }],
  },
  {
    code: 'strapi-author',
    name: 'Author',
    description: 'Authors write blogs of their own, which an editor publishes.',
    content: [
      { actions: ['create'], subjects: ['api::blog.blog'] },
      {
        actions: ['read', 'update', 'delete'],
        subjects: ['api::blog.blog'],
        conditions: IS_CREATOR,
      },
      {
        actions: ['read'],
        subjects: [
          'api::training.training',
          'api::person.person',
          'api::category.category',
          'api::tag.tag',
        ],
      },
    ],
    actions: [...USE_MEDIA, { action: 'plugin::upload.assets.update', conditions: IS_CREATOR }],
  },
  {
    code: 'enquiry-desk',
    name: 'Enquiry desk',
    description: 'The enquiry desk reads and processes enquiries. It changes no content.',
    content: [
      { actions: ['read'], subjects: ['api::enquiry.enquiry'] },
      {
        actions: ['update'],
        subjects: ['api::enquiry.enquiry'],
        // Who wrote a note, and when, is not the writer's to say.
        fields: ['kind', 'state', 'assignee', 'notes.text', 'training', 'session'],
      },
      { actions: ['create', 'read', 'update'], subjects: ['api::enquiry-desk.enquiry-desk'] },
      {
        actions: ['read'],
        subjects: ['api::training.training', 'api::training-session.training-session'],
      },
      // An enquiry shows its assignee by it; without it, as a document ID.
      { actions: ['read'], subjects: ['admin::user'], fields: ['email'] },
    ],
    actions: [],
  },
];
