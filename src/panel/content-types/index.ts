import type { UID } from '@strapi/strapi';
import type { CollectionPanelConfiguration, PanelConfiguration } from '../panel-configuration';
import { blog } from './blog';
import { category } from './category';
import { cookiePolicy } from './cookie-policy';
import { cookiePolicyVersion } from './cookie-policy-version';
import { enquiryDesk } from './enquiry-desk';
import { enquiry } from './enquiry';
import { person } from './person';
import { redirect } from './redirect';
import { site } from './site';
import { tag } from './tag';
import { training } from './training';
import { trainingSession } from './training-session';
import { user } from './user';

/** Every content type of ours, and those of plugins that editors open every day. */
type ConfiguredUid = Extract<UID.ContentType, `api::${string}`> | 'plugin::users-permissions.user';

/** The panel configuration of each content type; a new content type fails the build until listed. */
export const contentTypes = {
  'api::blog.blog': blog,
  'api::category.category': category,
  'api::cookie-policy.cookie-policy': cookiePolicy,
  'api::cookie-policy.cookie-policy-version': cookiePolicyVersion,
  'api::enquiry-desk.enquiry-desk': enquiryDesk,
  'api::enquiry.enquiry': enquiry,
  'api::person.person': person,
  'api::redirect.redirect': redirect,
  'api::site.site': site,
  'api::tag.tag': tag,
  'api::training.training': training,
  'api::training-session.training-session': trainingSession,
  'plugin::users-permissions.user': user,
} satisfies {
  [Uid in ConfiguredUid]: Uid extends UID.SingleType
    ? PanelConfiguration<Uid>
    : CollectionPanelConfiguration<Uid>;
};
