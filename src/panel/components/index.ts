import type { UID } from '@strapi/strapi';
import type { PanelConfiguration } from '../panel-configuration';
import { cookie, cookieCategory } from './cookie';
import { enquiryNote, enquirySource } from './enquiry';
import { link } from './link';
import { question } from './question';
import { seo } from './seo';
import { contactBlock, organisation } from './site';
import { outcome, price, trainingModule, venue } from './training';

/** The panel configuration of each component; a new component fails the build until listed. */
export const components = {
  'cookie.category': cookieCategory,
  'cookie.cookie': cookie,
  'enquiry.note': enquiryNote,
  'enquiry.source': enquirySource,
  'shared.link': link,
  'shared.question': question,
  'shared.seo': seo,
  'site.contact-block': contactBlock,
  'site.organisation': organisation,
  'training.module': trainingModule,
  'training.outcome': outcome,
  'training.price': price,
  'training.venue': venue,
} satisfies { [Uid in UID.Component]: PanelConfiguration<Uid> };
