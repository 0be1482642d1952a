import { z } from 'zod';
import { isCurrency, isTimeZone } from '../../../src/lib/standards';
import { RELATIVE_TIME } from './relative-time';

/**
 * What the data files in database/demo may say. Names follow the content types; a field that is
 * missing here is a field that the demo does not show.
 */

const text = z.string().trim().min(1);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words and hyphens');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 17:30');
const moment = z.string().regex(RELATIVE_TIME, 'must be a time such as -26h or 21d at 09:00');
const timezone = z.string().refine(isTimeZone, 'must be an IANA time zone such as Europe/Paris');
const picture = z.string().endsWith('.webp');
const countryCode = z.string().regex(/^[A-Z]{2}$/, 'must be a country code such as FR');

const link = z.strictObject({ label: text.max(80), url: text.max(500) });
const seo = z.strictObject({ metaTitle: text.max(70), metaDescription: text.max(160) });
const price = z.strictObject({
  amount: z.number().nonnegative(),
  currency: z.string().refine(isCurrency, 'must be a currency code such as EUR'),
  taxIncluded: z.boolean(),
});

/** The same fields in every language of the demo. */
function translated<Shape extends z.ZodRawShape>(shape: Shape) {
  return { en: z.strictObject(shape), fr: z.strictObject(shape) };
}

const named = { name: text.max(200), slug, description: text.max(1000) };

/** A category or a tag; other files refer to it by key. */
export const term = z.strictObject({ key: slug, ...translated(named) });

export const person = z.strictObject({
  name: text.max(200),
  slug,
  headline: text.max(200),
  photo: picture,
  bio: text,
  links: z.array(link),
});

export const venue = z.strictObject({
  name: text,
  street: text,
  postalCode: text,
  city: text,
  country: countryCode,
  directions: text,
});

export const session = z
  .strictObject({
    starts: z.string().regex(/^-?\d+d at \d\d:\d\d$/, 'must be a time such as 21d at 09:00'),
    ends: clock,
    days: z.number().int().min(1),
    timezone,
    mode: z.enum(['classroom', 'online', 'blended', 'self-paced']).optional(),
    venue: text.optional(),
    language: z.enum(['en', 'fr']),
    capacity: z.number().int().positive(),
    seatsLeft: z.number().int().nonnegative(),
    price: price.optional(),
    bookingState: z.enum(['open', 'full', 'cancelled', 'completed']).default('open'),
  })
  .refine(({ seatsLeft, capacity }) => seatsLeft <= capacity, 'has more seats left than seats')
  .refine(
    ({ starts, bookingState }) => starts.startsWith('-') === (bookingState === 'completed'),
    'must be completed if it lies in the past, and only then',
  )
  .refine(
    ({ bookingState, seatsLeft }) => bookingState !== 'full' || seatsLeft === 0,
    'is full but has seats left',
  );

const trainingTexts = z.strictObject({
  title: text.max(200),
  slug,
  summary: text.max(300),
  description: text,
  audience: text.max(2000),
  prerequisites: text.max(2000),
  outcomes: z.array(text.max(300).transform((line) => ({ text: line }))).min(3),
  modules: z
    .array(z.strictObject({ title: text.max(200), summary: text, hours: z.number().positive() }))
    .min(2),
  faq: z.array(z.strictObject({ question: text.max(200), answer: text })),
  seo,
});

export const training = z
  .strictObject({
    code: z.string().regex(/^[A-Z]{2}-\d{3}$/, 'must be a code such as BE-101'),
    category: slug,
    tags: z.array(slug).min(1),
    trainers: z.array(slug).min(1),
    relatedTrainings: z.array(text),
    level: z.enum(['beginner', 'intermediate', 'advanced', 'expert']),
    mode: z.enum(['classroom', 'online', 'blended', 'self-paced']),
    durationHours: z.number().positive(),
    price,
    featured: z.boolean(),
    cover: picture,
    brochure: z.strictObject({ en: text.endsWith('.pdf'), fr: text.endsWith('.pdf') }).optional(),
    en: trainingTexts,
    fr: trainingTexts,
    /** Written over the draft after publication, so that editors see a pending change. */
    unpublishedChange: z
      .strictObject({ locale: z.enum(['en', 'fr']), data: trainingTexts.partial() })
      .optional(),
    sessions: z.array(session).min(1).max(4),
  })
  .superRefine(({ en, fr, durationHours }, context) => {
    for (const [locale, { modules }] of Object.entries({ en, fr })) {
      const hours = modules.reduce((sum, module) => sum + module.hours, 0);
      if (hours === durationHours) continue;
      const message = `add up to ${hours} hours, but durationHours is ${durationHours}`;
      context.addIssue({ code: 'custom', path: [locale, 'modules'], message });
    }
  });

/** The front matter of a blog's Markdown file. */
export const blogText = z.strictObject({
  title: text.max(300),
  slug,
  excerpt: text.max(500),
  seo,
  body: text,
});

export const blog = z.strictObject({
  category: slug,
  authors: z.array(slug).min(1),
  tags: z.array(slug).min(1),
  relatedTrainings: z.array(text),
  cover: picture,
  state: z.enum(['published', 'draft']).default('published'),
  published: moment.optional(),
});

const cookie = z.strictObject({ name: text, provider: text, purpose: text, duration: text });
const cookieCategory = z.strictObject({
  key: slug,
  name: text,
  description: text,
  required: z.boolean(),
  cookies: z.array(cookie).min(1),
});

export const cookiePolicy = z.strictObject({
  effectiveFrom: moment,
  timezone,
  ...translated({ title: text, slug, categories: z.array(cookieCategory).min(1) }),
});

export const site = z.strictObject({
  organisation: z.strictObject({
    name: text,
    legalName: text,
    url: z.url(),
    logo: picture,
    email: z.email(),
    phone: text,
    street: text,
    postalCode: text,
    city: text,
    country: countryCode,
    profiles: z.array(link),
  }),
  shareImage: picture,
  /** Where new enquiries are sent. */
  deskEmail: z.email(),
  ...translated({
    name: text,
    contact: z.strictObject({ heading: text, text: text.max(1000), callToAction: link }),
    cookieNotice: text.max(1000),
    navigation: z.array(link),
    seo,
  }),
});

export const enquiry = z.strictObject({
  key: slug,
  received: moment,
  kind: z.enum(['training', 'corporate', 'partnership', 'support', 'other']),
  name: text,
  email: z.email().regex(/example\.org$/, 'must be an address of example.org'),
  phone: text.optional(),
  company: text.optional(),
  message: text.max(5000),
  training: text.optional(),
  /** Which of the training's sessions, counted from 1. */
  session: z.number().int().positive().optional(),
  locale: z.enum(['en', 'fr']),
  source: z
    .strictObject({ page: text, referrer: text.optional(), utm: z.record(text, text).optional() })
    .optional(),
  state: z.enum(['new', 'open', 'answered', 'won', 'lost', 'spam']),
  answered: moment.optional(),
  notes: z.array(z.strictObject({ text, author: text, written: moment })).optional(),
  spamScore: z.number().int().min(0).max(100).optional(),
  spamReasons: z.array(text).optional(),
});

/** Alternative texts by file name. */
export const pictures = z.record(picture, text);
export const venues = z.record(slug, venue);
