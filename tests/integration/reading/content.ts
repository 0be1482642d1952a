import {
  createFactories,
  hoursFromNow,
  type Factories,
  type Stored,
} from '../../helpers/factories';
import type { RunningStrapi } from '../../helpers/strapi';

/** The fields of a document of each type, as everybody reads them. */
export const FIELDS = {
  trainings:
    'audience code createdAt description documentId durationHours featured id level locale mode prerequisites publishedAt slug summary title updatedAt',
  blogs:
    'body bodyHtml createdAt documentId excerpt firstPublishedAt id locale publishedAt readingMinutes slug title updatedAt',
  categories: 'createdAt description documentId id locale name publishedAt slug updatedAt',
  tags: 'createdAt description documentId id locale name publishedAt slug updatedAt',
  people: 'bio createdAt documentId headline id name publishedAt slug updatedAt',
  'training-sessions':
    'bookingState capacity createdAt documentId endsAt id language mode publishedAt seatsLeft startsAt timezone updatedAt',
  'cookie-policies':
    'body bodyHtml createdAt documentId effectiveFrom id locale publishedAt slug title updatedAt version',
};

/** What a test asks for by name. */
export interface Content {
  make: Factories;
  training: Stored;
  blog: Stored;
  policy: Stored;
}

/** One document of each type with everything in it, and more tags than a list may hold. */
export async function fill({ strapi }: RunningStrapi): Promise<Content> {
  const make = createFactories(strapi);
  const picture = await strapi.db.query('plugin::upload.file').create({
    data: {
      name: 'a.png',
      hash: 'a',
      ext: '.png',
      mime: 'image/png',
      size: 1,
      url: '/uploads/a.png',
      alternativeText: 'A picture',
      width: 4,
      height: 3,
      provider: 'local',
    },
  });
  const cover = picture.id as number;
  const { documentId: category } = await make.category({ name: 'Safety' });
  const { documentId: tag } = await make.tag({ name: 'Outdoors' });
  const { documentId: person } = await make.person({ name: 'A trainer', photo: cover });
  const seo = { metaTitle: 'Title', metaDescription: 'Description', shareImage: cover };
  const pinned = await make.training({ title: 'Pinned', category, cover });
  const training = await make.training({
    title: 'First aid',
    category,
    cover,
    seo,
    tags: [tag],
    trainers: [person],
    relatedTrainings: [pinned.documentId],
    price: { amount: 300, currency: 'EUR' },
    outcomes: [{ text: 'You can help.' }],
    modules: [{ title: 'Bandages', hours: 2 }],
    faq: [{ question: 'Is it hard?', answer: 'No.' }],
  });
  const of = { training: training.documentId };
  await make.session({ ...of, startsAt: hoursFromNow(48), endsAt: hoursFromNow(50) });
  const venue = { name: 'Main hall', city: 'Lyon' };
  await make.session({ ...of, startsAt: hoursFromNow(24), endsAt: hoursFromNow(26), venue });
  await make.session({ ...of, startsAt: hoursFromNow(-26), endsAt: hoursFromNow(-24) });
  const blog = await make.blog({
    title: 'A day outdoors',
    category,
    cover,
    seo,
    authors: [person],
    tags: [tag],
    relatedTrainings: [training.documentId, pinned.documentId],
  });
  const cookies = [{ name: '_session', provider: 'Academy' }];
  const categories = [{ key: 'necessary', name: 'Necessary', required: true, cookies }];
  const policy = await make.cookiePolicy({ title: 'Cookies', categories });
  await make.site({ name: 'Academy', contact: { heading: 'Ask us', text: 'We answer.' } });
  await strapi.db.connection('tags').insert(
    Array.from({ length: 130 }, (_unused, index) => ({
      document_id: `tag-${index}`,
      name: `Tag ${index}`,
      slug: `tag-${index}`,
      locale: 'en',
    })),
  );
  return { make, training, blog, policy };
}
