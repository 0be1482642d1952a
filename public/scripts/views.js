import { locale } from './api.js';

const LANGUAGE = { en: 'en-GB', fr: 'fr-FR' }[locale];

const WORDS = {
  en: {
    hours: 'hours',
    minutes: 'min read',
    next: 'Next session',
    none: 'New dates soon',
    online: 'Online',
    beginner: 'Beginner',
    intermediate: 'Intermediate',
    advanced: 'Advanced',
    expert: 'Expert',
    classroom: 'in class',
    blended: 'blended',
    'self-paced': 'self-paced',
    open: 'seats available',
    full: 'full',
    cancelled: 'cancelled',
    completed: 'completed',
  },
  fr: {
    hours: 'heures',
    minutes: 'min de lecture',
    next: 'Prochaine session',
    none: 'Nouvelles dates bientôt',
    online: 'En ligne',
    beginner: 'Débutant',
    intermediate: 'Intermédiaire',
    advanced: 'Avancé',
    expert: 'Expert',
    classroom: 'en salle',
    blended: 'mixte',
    'self-paced': 'à son rythme',
    open: 'places disponibles',
    full: 'complet',
    cancelled: 'annulée',
    completed: 'terminée',
  },
}[locale];

const joined = (...values) => values.filter(Boolean).join(' · ');

/** A date as readers write it, in the time zone of the place where it counts. */
export function formatDate(date, timeZone) {
  if (!date) return undefined;
  return new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'long', timeZone }).format(new Date(date));
}

function formatPrice(price) {
  if (!price) return undefined;
  const style = { style: 'currency', currency: price.currency, maximumFractionDigits: 0 };
  return new Intl.NumberFormat(LANGUAGE, style).format(price.amount);
}

/** An address within the site that keeps the language. */
function address(page, slug) {
  return `/${page}.html?${new URLSearchParams(locale === 'en' ? { slug } : { slug, locale })}`;
}

/** A session as a line: its date, and what else decides. */
function sessionView({ startsAt, timezone, venue, bookingState, price }, trainingPrice) {
  return {
    startsAt,
    bookingState,
    date: formatDate(startsAt, timezone),
    state: `is-${bookingState}`,
    details: joined(
      venue?.name ?? WORDS.online,
      WORDS[bookingState],
      formatPrice(price ?? trainingPrice),
    ),
  };
}

/** A training with what its card or page shows of it, ready to be filled in. */
export function trainingView(training) {
  const { slug, level, durationHours, mode, price, sessions = [], description = '' } = training;
  const ahead = sessions
    .filter(({ startsAt }) => new Date(startsAt) > new Date())
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
    .map((session) => sessionView(session, price));
  const next = ahead.find(({ bookingState }) => bookingState !== 'cancelled');
  const hours = durationHours && `${durationHours} ${WORDS.hours}`;
  return {
    ...training,
    href: address('training', slug),
    facts: joined(WORDS[level], hours, (WORDS[mode] ?? mode)?.toLowerCase()),
    cost: formatPrice(price),
    ahead,
    next: next ? `${WORDS.next}: ${next.date}` : WORDS.none,
    paragraphs: (description ?? '').split(/\n\s*\n/),
  };
}

/** A blog with what its card or page shows of it, ready to be filled in. */
export function blogView(blog) {
  const { slug, authors = [], readingMinutes, firstPublishedAt } = blog;
  const details = joined(formatDate(firstPublishedAt), `${readingMinutes} ${WORDS.minutes}`);
  const byline = joined(authors.map(({ name }) => name).join(', '), details);
  return { ...blog, href: address('blog', slug), details, byline };
}
